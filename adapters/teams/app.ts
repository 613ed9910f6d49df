import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { CloudAdapter, type Activity } from 'botbuilder'
import type { AuthenticateRequestResult } from 'botframework-connector'
import { z } from 'zod'
import type { AddressBook } from '../../bot/delivery/address-book.ts'
import { createDelivery, type DeliveryNeeds } from '../../bot/delivery/delivery.ts'
import type { Sent } from '../../bot/delivery/sent.ts'
import type { Messenger } from '../../bot/delivery/messenger.ts'
import type { ChatEvent } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'
import { readAddress } from './address.ts'
import type { Authentication } from './authentication.ts'
import { createConnector } from './connector.ts'
import { readBody, respond, type Answer } from './http.ts'
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
    /** As `report`, for what anybody can cause who can reach the server. */
    reportStranger: (cause: unknown) => string
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
  const { authentication, bot, report } = needs
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
  const { wake, rest } = delivery
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answerCall(request, { ...needs, adapter, receiving })
      .then((answer) => {
        respond(response, answer)
        wake()
      })
      .catch(report)
  }
  return { listener, wake, stop: rest, messenger: createMessenger({ ...needs, connector }) }
}

type Serving = Pick<TeamsNeeds, 'authentication' | 'settings' | 'report' | 'reportStranger'> &
  Readonly<{ adapter: CloudAdapter; receiving: ReceivingNeeds }>

/** As far as it is needed to verify who calls; `parse` reads the rest. */
const verifiable = z.custom<Activity>(
  (value) => z.looseObject({ type: z.string(), serviceUrl: z.url() }).safeParse(value).success,
)

const REFUSED =
  'a call was refused whose token is not for this bot; if it came from Teams, TEAMS_APP_ID is another bot’s'

/** Whatever is our own fault is answered with 500, so that Teams sends it again. */
async function answerCall(request: IncomingMessage, serving: Serving): Promise<Answer> {
  const read = verifiable.safeParse(request.method === 'POST' ? await readBody(request) : undefined)
  if (!read.success) return { status: 400 }
  const caller = await callerOf(request, read.data, serving)
  if ('status' in caller) return caller
  try {
    return await takeTurn(read.data, caller, serving)
  } catch (cause) {
    return { status: 500, body: { error: serving.report(cause) } }
  }
}

/** Who calls, or what to answer to whoever may not. */
async function callerOf(request: IncomingMessage, activity: Activity, serving: Serving): Promise<Caller | Answer> {
  const { settings, authentication, reportStranger } = serving
  const refusal = settings.kind === 'local' ? refusalOf(request, activity.serviceUrl) : undefined
  if (refusal !== undefined) return { status: 403, body: { error: refusal } }
  try {
    const caller = await authentication.verify(activity, request.headers.authorization ?? '')
    return caller ?? { status: 401, body: { error: reportStranger(new Error(REFUSED)) } }
  } catch (cause) {
    return { status: 500, body: { error: reportStranger(cause) } }
  }
}

/** The turn only keeps what came, and its context is gone when it ends; the reply goes out by itself. */
async function takeTurn(activity: Activity, caller: Caller, { adapter, receiving }: Serving): Promise<Answer> {
  let answered: Answer | undefined
  await adapter.processActivityDirect(caller, activity, async (context) => {
    answered = await receive(context.activity, receiving)
  })
  return answered ?? { status: 200 }
}

type Caller = AuthenticateRequestResult
