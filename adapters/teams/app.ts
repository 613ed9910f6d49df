import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { CloudAdapter, type TurnContext } from 'botbuilder'
import { createDelivery, type Delivery, type DeliveryNeeds } from '../../bot/delivery/delivery.ts'
import type { AddressBook } from '../../bot/delivery/address-book.ts'
import { readAddress } from './address.ts'
import { authenticationFor } from './authentication.ts'
import { renderCard, wantsCard } from './card.ts'
import { createConnector } from './connector.ts'
import { expressLike, readBody } from './http.ts'
import { parse, type Parsed } from './parse.ts'
import { nonceOf, post } from './post.ts'
import type { TeamsSettings } from './settings.ts'

export type TeamsNeeds = Omit<DeliveryNeeds, 'platform'> &
  Readonly<{
    settings: TeamsSettings
    addressBook: AddressBook
    pageAt: (path: string) => string
    random: () => number
  }>

/** `listener` takes Teams' HTTP requests. `wake` takes up work that others left behind. `stop` settles when what was in hand is done. */
export type TeamsPlatform = Readonly<{ listener: RequestListener; wake(): void; stop(): Promise<void> }>

export function createTeams(needs: TeamsNeeds): TeamsPlatform {
  const { pageAt, random } = needs
  const { incoming, token } = authenticationFor(needs.settings)
  const adapter = new CloudAdapter(incoming)
  const connector = createConnector(token)
  const delivery = createDelivery({
    ...needs,
    platform: {
      name: 'teams',
      async begin({ address }) {
        await connector.send(readAddress(address), { type: 'typing' })
      },
      post: (reply, work) => post(reply, work, { connector, pageAt, random }),
    },
  })
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response, { adapter, delivery, needs }).catch(needs.report)
  }
  const { wake, rest } = delivery
  return { listener, wake, stop: rest }
}

type Serving = Readonly<{ adapter: CloudAdapter; delivery: Delivery; needs: TeamsNeeds }>

/** The turn only records; CloudAdapter answers the call when it ends, and the reply goes out by itself. */
async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const body = await readBody(request)
  if (serving.needs.settings.kind === 'local' && !isLoopback(body)) {
    response.writeHead(401).end('Without TEAMS_APP_ID, only tools on this machine may call.')
    return
  }
  const incoming = { method: request.method ?? '', headers: request.headers, ...(body && { body }) }
  await serving.adapter.process(incoming, expressLike(response), (context) => take(context, serving))
  serving.delivery.wake()
}

function isLoopback(body: Readonly<Record<string, unknown>> | undefined): boolean {
  const url = typeof body?.['serviceUrl'] === 'string' ? URL.parse(body['serviceUrl']) : null
  return url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

async function take(context: TurnContext, { delivery, needs }: Serving): Promise<void> {
  const parsed = parse(context.activity)
  switch (parsed.kind) {
    case 'event':
      await remember(parsed, needs)
      if (parsed.invoke) await answerInvoke(context, parsed, { delivery, needs })
      else await delivery.accept({ event: parsed.event, address: parsed.address })
      return
    case 'installed':
      return needs.addressBook.remember(knownFrom(parsed))
    case 'removed':
      return needs.addressBook.broken(parsed.speaker.person, 'the bot was removed')
    case 'ignored':
      return
  }
}

type Arrived = Extract<Parsed, { kind: 'event' }>

/** Only a private conversation is a way to a person. */
async function remember({ event: { speaker }, address }: Arrived, { addressBook }: TeamsNeeds): Promise<void> {
  if (speaker?.place === 'private') await addressBook.remember(knownFrom({ speaker, address }))
}

const knownFrom = ({
  speaker,
  address,
}: Pick<Extract<Parsed, { kind: 'installed' | 'removed' }>, 'speaker' | 'address'>) => ({
  person: speaker.person,
  platform: 'teams',
  workspace: speaker.workspace,
  address,
})

/** A pressed card is answered in the response: with its new state, where the reply is a card. */
async function answerInvoke(
  context: TurnContext,
  { event, address }: Arrived,
  { delivery, needs }: Omit<Serving, 'adapter'>,
): Promise<void> {
  const reply = await delivery.answerNow({ event, address })
  const isCard = reply !== undefined && wantsCard(reply)
  const body = isCard
    ? {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: renderCard(reply, { nonce: nonceOf(event.id), pageAt: needs.pageAt }),
      }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' }
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
}
