import type { RequestListener } from 'node:http'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { AddressBook } from '../../bot/delivery/address-book.ts'
import { createDelivery, type Delivery } from '../../bot/delivery/delivery.ts'
import type { Messenger } from '../../bot/delivery/messenger.ts'
import type { Mailroom } from '../../bot/delivery/mailroom.ts'
import type { ChatEvent } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import { readAddress } from './address.ts'
import { clientOptions, createClients, type Clients } from './clients.ts'
import { quietLogger } from './log.ts'
import { createWorkspaces } from './installed.ts'
import { createPeople, type People } from './people.ts'
import { post } from './post.ts'
import { recording, type ReceivingNeeds } from './receiver.ts'
import { createMessenger } from './say.ts'
import type { SlackSettings } from './settings.ts'
import { showStatus } from './status.ts'
import type { Workspaces, WorkspacesNeeds } from './workspaces.ts'

export type SlackNeeds = WorkspacesNeeds &
  Readonly<{
    mailroom: Mailroom
    addressBook: AddressBook
    bot: (event: ChatEvent) => Promise<Reply>
    suggestions: (lang: Lang) => readonly string[]
    defaultLang: Lang
    /** Milliseconds. */
    now: () => number
    report: (cause: unknown) => string
  }>

/**
 * `routes`: what Slack and browsers call, by exact path. `wake` takes up work that others left behind. `stop` settles when what
 * was in hand is done.
 */
export type SlackPlatform = Readonly<{
  routes: ReadonlyMap<string, RequestListener>
  start(): Promise<void>
  stop(): Promise<void>
  wake(): void
  messenger: Messenger
}>

export const EVENTS = '/slack/events'

export function createSlack(needs: SlackNeeds): SlackPlatform {
  const workspaces = createWorkspaces(needs)
  const clientFor = createClients(workspaces.tokenOf, {
    ...clientOptions(needs.settings.apiUrl),
    logger: quietLogger(needs.log),
  })
  const people = createPeople({ ...needs, clientFor })
  const delivery = deliveryTo(clientFor, people, needs)
  const receiver = recording(
    receiverFor(needs.settings, needs),
    receivingWith({ delivery, clientFor, people, workspaces }, needs),
  )
  const app = new App({
    receiver,
    // Bolt wants a way to a token, and never goes it: events don't get as far as its app.
    authorize: () => Promise.resolve({}),
    logger: quietLogger(needs.log),
    deferInitialization: true,
  })
  return {
    routes: new Map([
      ...workspaces.routes,
      ...(receiver instanceof HTTPReceiver ? [[EVENTS, receiver.requestListener] as const] : []),
    ]),
    async start() {
      await app.init()
      if (receiver instanceof SocketModeReceiver) await receiver.start()
    },
    async stop() {
      // Settles when the connection is closed; the receiver's own stop does not wait for it.
      if (receiver instanceof SocketModeReceiver) await receiver.client.disconnect()
      await delivery.rest()
    },
    wake: delivery.wake,
    messenger: createMessenger({ clientFor, pageAt: needs.pageAt }),
  }
}

function deliveryTo(clientFor: Clients, people: People, needs: SlackNeeds): Delivery {
  const { bot, pageAt, defaultLang } = needs
  return createDelivery({
    ...needs,
    bot: async (event, address) => bot(await people.complete(event, readAddress(address))),
    platform: {
      name: 'slack',
      begin: (work) => showStatus(work, clientFor, defaultLang),
      post: (reply, work) => post(reply, work, { clientFor, pageAt }),
    },
  })
}

function receiverFor(settings: SlackSettings, { log }: SlackNeeds): HTTPReceiver | SocketModeReceiver {
  const logger = quietLogger(log)
  if (settings.mode === 'http')
    return new HTTPReceiver({ signingSecret: settings.signingSecret, endpoints: EVENTS, logger })
  const installerOptions = { clientOptions: clientOptions(settings.apiUrl) }
  return new SocketModeReceiver({ appToken: settings.appToken, logger, installerOptions })
}

type Parts = Readonly<{ delivery: Delivery; clientFor: Clients; people: People; workspaces: Workspaces }>

const receivingWith = ({ delivery, clientFor, people, workspaces }: Parts, needs: SlackNeeds): ReceivingNeeds => ({
  delivery,
  pageAt: needs.pageAt,
  report: needs.report,
  async removed(team) {
    await workspaces.remove(team)
    await needs.addressBook.forget(`slack:${team}`)
    people.forget(team)
  },
  async prompts({ team, channel }) {
    const client = await clientFor(team)
    const prompts = needs.suggestions(needs.defaultLang).slice(0, 4)
    await client?.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      prompts: prompts.map((message) => ({ title: message, message })),
    })
  },
})
