import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { CloudAdapter } from 'botbuilder'
import type { AddressBook } from '../../bot/delivery/address-book.ts'
import { createDelivery, type DeliveryNeeds } from '../../bot/delivery/delivery.ts'
import type { Sent } from '../../bot/delivery/sent.ts'
import type { Messenger } from '../../bot/delivery/messenger.ts'
import type { ChatEvent } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'
import { readAddress } from './address.ts'
import type { Authentication } from './authentication.ts'
import { createConnector } from './connector.ts'
import { expressLike, readBody } from './http.ts'
import { refusalOf } from './local.ts'
import { createPeople } from './people.ts'
import { post } from './post.ts'
import { receive, type ReceivingNeeds } from './receive.ts'
import { createMessenger } from './say.ts'
import type { TeamsSettings } from './settings.ts'

export type TeamsNeeds = Omit<DeliveryNeeds, 'platform' | 'bot'> &
  Readonly<{
    settings: TeamsSettings
    authentication: Authentication
    addressBook: AddressBook
    sent: Sent
    bot: (event: ChatEvent) => Promise<Reply>
    pageAt: (path: string) => string
    /** Milliseconds. */
    now: () => number
    random: () => number
  }>

/** `listener` takes Teams' HTTP requests. `wake` takes up work that others left behind. `stop` settles when what was in hand is done. */
export type TeamsPlatform = Readonly<{
  listener: RequestListener
  wake(): void
  stop(): Promise<void>
  messenger: Messenger
}>

export const MESSAGES = '/api/messages'

export function createTeams(needs: TeamsNeeds): TeamsPlatform {
  const { authentication, bot, settings, report } = needs
  const connector = createConnector(authentication)
  const people = createPeople({ ...needs, connector })
  const delivery = createDelivery({
    ...needs,
    bot: async (event, address) => bot(await people.complete(event, readAddress(address))),
    platform: {
      name: 'teams',
      async begin({ address }) {
        await connector.send(readAddress(address), { type: 'typing' })
      },
      post: (reply, work) => post(reply, work, { ...needs, connector }),
    },
  })
  const adapter = new CloudAdapter(authentication.incoming)
  const receiving = { ...needs, delivery, people }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response, { adapter, settings, receiving })
      .then(() => {
        delivery.wake()
      })
      .catch(report)
  }
  const { wake, rest } = delivery
  return { listener, wake, stop: rest, messenger: createMessenger({ ...needs, connector }) }
}

type Serving = Readonly<{ adapter: CloudAdapter; settings: TeamsSettings; receiving: ReceivingNeeds }>

/** The turn only records; CloudAdapter answers the call when it ends, and the reply goes out by itself. */
async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const body = await readBody(request)
  const refusal = serving.settings.kind === 'local' ? refusalOf(request, body) : undefined
  if (refusal !== undefined) {
    response.writeHead(403).end(refusal)
    return
  }
  const incoming = { method: request.method ?? '', headers: request.headers, ...(body && { body }) }
  await serving.adapter.process(incoming, expressLike(response), async (context) => {
    const answered = await receive(context.activity, serving.receiving)
    if (answered !== undefined) await context.sendActivity({ type: 'invokeResponse', value: answered })
  })
}
