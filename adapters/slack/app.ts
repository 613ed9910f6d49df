import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, HTTPReceiver, SocketModeReceiver, type Receiver } from '@slack/bolt'
import { createDelivery, type Delivery, type DeliveryNeeds } from '../../bot/delivery/delivery.ts'
import type { Mailroom } from '../../bot/delivery/mailroom.ts'
import type { Lang } from '../../corpus/schema.ts'
import { clientOptions, createClients, type Clients } from './clients.ts'
import { quietLogger, type Log } from './log.ts'
import { post } from './post.ts'
import { recording, type ReceivingNeeds } from './receiver.ts'
import type { SlackSettings } from './settings.ts'
import { showStatus } from './status.ts'

export type SlackNeeds = Readonly<{
  settings: SlackSettings
  mailroom: Mailroom
  bot: DeliveryNeeds['bot']
  pageAt: (path: string) => string
  suggestions: (lang: Lang) => readonly string[]
  defaultLang: Lang
  report: (cause: unknown) => string
  log: Log
}>

/** `listener` takes Slack's HTTP requests; undefined in Socket Mode. `wake` takes up work that others left behind. */
export type SlackPlatform = Readonly<{
  listener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  start(): Promise<void>
  stop(): Promise<void>
  wake(): Promise<void>
}>

export function createSlack(needs: SlackNeeds): SlackPlatform {
  const { settings, pageAt, defaultLang } = needs
  const options = clientOptions(settings.apiUrl)
  const clientFor = createClients(() => Promise.resolve(settings.botToken), options)
  const delivery = createDelivery({
    ...needs,
    platform: {
      name: 'slack',
      begin: (work) => showStatus(work, clientFor, defaultLang),
      post: (reply, work) => post(reply, work, { clientFor, pageAt }),
    },
  })
  const receiver = receiverFor(settings, needs, receivingWith(delivery, clientFor, needs))
  const app = new App({
    receiver,
    token: settings.botToken,
    logger: quietLogger(needs.log),
    clientOptions: options,
    deferInitialization: true,
  })
  return {
    listener: receiver instanceof HTTPReceiver ? receiver.requestListener : undefined,
    async start() {
      await app.init()
      if (receiver instanceof SocketModeReceiver) await receiver.start()
    },
    async stop() {
      if (receiver instanceof SocketModeReceiver) await receiver.stop()
    },
    wake: () => delivery.wake(),
  }
}

function receiverFor(settings: SlackSettings, { log }: SlackNeeds, needs: ReceivingNeeds): Receiver {
  const logger = quietLogger(log)
  if (settings.mode === 'http')
    return recording(
      new HTTPReceiver({ signingSecret: settings.signingSecret, endpoints: '/slack/events', logger }),
      needs,
    )
  const installerOptions = { clientOptions: clientOptions(settings.apiUrl) }
  return recording(new SocketModeReceiver({ appToken: settings.appToken, logger, installerOptions }), needs)
}

const receivingWith = (delivery: Delivery, clientFor: Clients, needs: SlackNeeds): ReceivingNeeds => ({
  delivery,
  report: needs.report,
  removed: () => Promise.resolve(),
  async prompts({ team, channel }) {
    const client = await clientFor(team)
    const prompts = needs.suggestions(needs.defaultLang).slice(0, 4)
    await client?.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      prompts: prompts.map((message) => ({ title: message, message })),
    })
  },
})
