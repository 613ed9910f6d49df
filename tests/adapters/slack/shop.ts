import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { expect } from 'vitest'
import { createSlack } from '../../../adapters/slack/app.ts'
import type { SlackSettings } from '../../../adapters/slack/settings.ts'
import type { Store } from '../../../adapters/store/store.ts'
import { serve } from '../../../adapters/web/serve.ts'
import type { Bot } from '../../../bot/bot.ts'
import { followed } from '../followed.ts'
import { SECRET, signedHeaders } from './signed.ts'
import { startSlack, type Call, type SlackStandIn } from './stand-in.ts'

export const KEY = Buffer.alloc(32, 7).toString('base64')
export type Mode = SlackSettings['mode']
type Json = Readonly<Record<string, unknown>>
type Needs = Readonly<{ store: Store; bot: Bot; mode: Mode; team: string; tokens?: SlackSettings['tokens'] }>

export const ONE = { kind: 'one', botToken: 'xoxb-1' } as const
export const MANY = {
  kind: 'many',
  clientId: '1.2',
  clientSecret: 'a-client-secret-of-32-characters',
  stateSecret: 'a-state-secret-of-32-characters-',
  encryptionKey: KEY,
} as const

/** Slack, the app, and a workspace whose people do things in it. */
export type Shop = Awaited<ReturnType<typeof openShop>>

export async function openShop({ store, bot, mode, team, tokens = ONE }: Needs) {
  const slack = await startSlack()
  const reported: unknown[] = []
  const common = { tokens, apiUrl: slack.apiUrl }
  const { open, mailroom } = followed(store.mailroom)
  const platform = createSlack({
    settings: mode === 'http' ? { ...common, mode, signingSecret: SECRET } : { ...common, mode, appToken: 'xapp-1' },
    mailroom,
    addressBook: store.addressBook,
    installations: store.installations,
    bot,
    pageAt: (path) => `https://shirube.example${path}`,
    suggestions: () => ['バックアップはどのくらいの頻度で？'],
    defaultLang: 'ja',
    now: Date.now,
    report: (cause) => `reference-${reported.push(cause)}`,
    log: { debug: () => undefined, warn: () => undefined, error: () => undefined },
  })
  const server = await serve(new Hono(), { host: '127.0.0.1', port: 0, mounts: platform.routes })
  await platform.start()
  const origin = `http://127.0.0.1:${server.port}`
  const send = (payload: Json, type: Kind = 'events_api') =>
    mode === 'socket' ? slack.deliver(type, payload) : post(origin, payload, type)
  return {
    slack,
    platform,
    origin,
    reported,
    /** What was accepted and has not come to its end yet. */
    open: () => open.size,
    ...doings(team, send, slack),
    async close() {
      await platform.stop()
      await server.stop()
      await slack.stop()
    },
  }
}

type Kind = 'events_api' | 'interactive' | 'slash_commands'

/** Signed, as Slack posts it; answers what the acknowledgement held. */
async function post(origin: string, payload: Json, type: Kind): Promise<unknown> {
  const form = type === 'interactive' ? { payload: JSON.stringify(payload) } : payload
  const isJson = type === 'events_api'
  const body = isJson ? JSON.stringify(payload) : new URLSearchParams(form as Record<string, string>).toString()
  const headers = {
    'Content-Type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    ...signedHeaders(body),
  }
  const response = await fetch(`${origin}/slack/events`, { method: 'POST', headers, body })
  expect(response.status).toBe(200)
  const text = await response.text()
  return text === '' ? undefined : (JSON.parse(text) as unknown)
}

type Send = (payload: Json, type?: Kind) => Promise<unknown>
export type Said = Readonly<{ user?: string; channel?: string; thread?: string; more?: Json }>
type Button = Readonly<{ action_id: string; value: string; type: string; text: string }>

/** What people of a workspace do, and what Slack sends when they do it. */
function doings(team: string, send: Send, slack: SlackStandIn) {
  let clock = 0
  const ts = () => `17${String((clock += 1)).padStart(8, '0')}.000100`
  const callback = (event: Json, more: Json = {}) => ({
    type: 'event_callback',
    team_id: team,
    context_team_id: team,
    event_id: `Ev${randomUUID()}`,
    event,
    ...more,
  })
  const person = (user: string) => ({ id: user, name: user.toLowerCase(), team_id: team })
  return {
    send,
    callback,
    event: (event: Json) => send(callback(event)),
    async mention(text: string, { user = 'U1', channel = 'C1', thread, more = {} }: Said = {}) {
      const said = { type: 'app_mention', user, text: `<@UBOT> ${text}`, channel, ts: ts(), team, ...more }
      await send(callback(thread === undefined ? said : { ...said, thread_ts: thread }))
      return said
    },
    /** `thread`: of the message that is followed up. */
    direct: (text: string, user = 'U1', thread?: string) =>
      send(
        callback({
          type: 'message',
          channel_type: 'im',
          user,
          text,
          channel: `D${user}`,
          ts: ts(),
          team,
          ...(thread !== undefined && { thread_ts: thread }),
        }),
      ),
    home: (user = 'U1') => send(callback({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' })),
    command: (text: string, user = 'U1') =>
      send(
        {
          command: '/shirube',
          text,
          team_id: team,
          user_id: user,
          user_name: user.toLowerCase(),
          channel_id: 'C1',
          trigger_id: `trigger-${randomUUID()}`,
          response_url: slack.responseUrl(`command-${user}`),
        },
        'slash_commands',
      ),
    /** `on`: the call that showed the button. */
    press: (on: Call, button: Button, { user = 'U1', more = {} }: Said = {}) =>
      send(
        {
          type: 'block_actions',
          user: person(user),
          team: { id: team },
          trigger_id: `trigger-${randomUUID()}`,
          ...whereShown(on),
          ...(on.method === 'chat.postEphemeral' && { response_url: slack.responseUrl('card') }),
          actions: [{ type: button.type, action_id: button.action_id, block_id: 'b', value: button.value }],
          ...more,
        },
        'interactive',
      ),
    /** Sends a modal as it was opened or changed, with what was filled in, by field. */
    submit: (view: Json, values: Readonly<Record<string, string>>, user = 'U1') =>
      send(
        {
          type: 'view_submission',
          user: person(user),
          team: { id: team },
          view: { id: 'V1', private_metadata: view['private_metadata'], state: { values: filledIn(view, values) } },
        },
        'interactive',
      ),
  }
}

function whereShown({ method, args, ts }: Call): Json {
  if (method.startsWith('views.')) {
    const view = args['view'] as Json
    return { container: { type: 'view', view_id: 'V1' }, view: { id: 'V1', ...view } }
  }
  const channel = String(args['channel'])
  const ephemeral = method === 'chat.postEphemeral'
  return {
    channel: { id: channel },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral },
  }
}

/** What Slack sends of each input: what stands in it, or was filled in. */
function filledIn(view: Json, values: Readonly<Record<string, string>>): Json {
  const inputs = (view['blocks'] as readonly Json[]).filter(({ type }) => type === 'input')
  return Object.fromEntries(
    inputs.map(({ block_id, element }): [string, Json] => {
      const { action_id, ...input } = element as Json
      return [String(block_id), { [String(action_id)]: stateOf(input, values[String(action_id)]) }]
    }),
  )
}

function stateOf(input: Json, typed: string | undefined): Json {
  const { type } = input
  switch (type) {
    case 'static_select':
      return { type, selected_option: typed === undefined ? orNull(input['initial_option']) : { value: typed } }
    case 'multi_static_select':
      return {
        type,
        selected_options: typed?.split('\n').map((value) => ({ value })) ?? input['initial_options'] ?? [],
      }
    case 'datepicker':
      return { type, selected_date: typed ?? orNull(input['initial_date']) }
    default:
      return { type, value: typed ?? orNull(input['initial_value']) }
  }
}

const orNull = (value: unknown): unknown => value ?? null

/** Every button that a message or view shows. */
export function buttonsOn({ args }: Call): readonly Button[] {
  const blocks = (args['blocks'] ?? (args['view'] as Json | undefined)?.['blocks'] ?? []) as readonly Json[]
  return blocks.flatMap(({ elements = [] }) => (elements as readonly Json[]).flatMap(buttonOf))
}

function buttonOf(element: Json): readonly Button[] {
  const { type, action_id } = element
  if (type === 'feedback_buttons')
    return ['positive_button', 'negative_button'].map((side) => {
      const { text, value } = element[side] as { text: { text: string }; value: string }
      return { type, action_id: String(action_id), value, text: text.text }
    })
  if (type !== 'button') return []
  return [
    {
      type,
      action_id: String(action_id),
      value: String(element['value']),
      text: (element['text'] as { text: string }).text,
    },
  ]
}

export function buttonNamed(on: Call, name: RegExp): Button {
  const button = buttonsOn(on).find(({ text }) => name.test(text))
  if (button === undefined)
    throw new Error(
      `no button ${String(name)}; there are: ${buttonsOn(on)
        .map(({ text }) => text)
        .join(', ')}`,
    )
  return button
}

export const textOf = (call: Call): string => JSON.stringify(call.args)
