import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { createTeams, MESSAGES } from '../../../adapters/teams/app.ts'
import { authenticationFor } from '../../../adapters/teams/authentication.ts'
import type { TeamsSettings } from '../../../adapters/teams/settings.ts'
import type { Store } from '../../../adapters/store/store.ts'
import { serve } from '../../../adapters/web/serve.ts'
import type { Bot } from '../../../bot/bot.ts'
import { followed } from '../followed.ts'
import { startConnector, type Connector, type Sent } from './connector.ts'
import { APP_ID, BOT_TENANT, PASSWORD, startEntra, type Entra } from './entra.ts'
import { activity, type Activity } from './fixture.ts'
import { parts } from './seen.ts'

type Needs = Readonly<{ store: Store; bot: Bot; tenant?: string; settings?: TeamsSettings }>

/** Teams, the app, and a tenant whose people do things in it. */
export type Office = Awaited<ReturnType<typeof openOffice>>

export async function openOffice({ store, bot, tenant = BOT_TENANT, settings }: Needs) {
  const [entra, connector] = await Promise.all([startEntra(), startConnector()])
  const reported: unknown[] = []
  const used = settings ?? registeredAt(entra)
  const { open, mailroom } = followed(store.mailroom)
  const platform = createTeams({
    settings: used,
    authentication: authenticationFor(used, Date.now),
    mailroom,
    addressBook: store.addressBook,
    sent: store.sent,
    bot,
    pageAt: (path) => `https://shirube.example${path}`,
    now: Date.now,
    random: () => 0,
    report: (cause) => `reference-${reported.push(cause)}`,
    reportStranger: (cause) => `reference-${reported.push(cause)}`,
  })
  const mounts = new Map([[MESSAGES, platform.listener]])
  const server = await serve(new Hono(), { host: '127.0.0.1', port: 0, mounts })
  const url = `http://127.0.0.1:${server.port}${MESSAGES}`
  return {
    entra,
    connector,
    platform,
    reported,
    /** What was accepted and has not come to its end yet. */
    open: () => open.size,
    url,
    ...doings({ url, tenant, entra, connector }),
    async close() {
      await platform.stop()
      await server.stop()
      await Promise.all([entra.stop(), connector.stop()])
    },
  }
}

const registeredAt = ({ openIdMetadata, loginUrl }: Entra): TeamsSettings => ({
  kind: 'registered',
  appId: APP_ID,
  credential: { kind: 'password', password: PASSWORD },
  tenant: BOT_TENANT,
  openIdMetadata,
  loginUrl,
})

type Where = Readonly<{ url: string; tenant: string; entra: Entra; connector: Connector }>
type Place = 'personal' | 'groupChat' | 'channel'
export type Said = Readonly<{ user?: string; place?: Place; more?: Activity }>
export type Button = Readonly<{ title: string; data: Activity }>

/** What people of a tenant do, and what Teams sends when they do it. */
function doings({ url, tenant, entra, connector }: Where) {
  const { serviceUrl } = connector
  const post = async (body: Activity, token = entra.token(serviceUrl)): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token !== '' && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
  const by = (user: string, place: Place): Activity => ({
    id: randomUUID(),
    serviceUrl,
    from: { id: `29:${user}`, name: user, aadObjectId: `aad-${user}` },
    conversation: { id: conversationOf(place, user), conversationType: place, tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  })
  /** Sends an activity on record, done by somebody of this tenant. */
  const send = async (name: string, { user = 'U1', place = 'personal', more = {} }: Said = {}): Promise<Response> =>
    post(await activity(name, { ...by(user, place), ...more }))
  return {
    post,
    send,
    say: (text: string, said: Said = {}) =>
      send(NAME_OF_MESSAGE[said.place ?? 'personal'], {
        ...said,
        more: { text: (said.place ?? 'personal') === 'personal' ? text : `<at>Shirube</at> ${text}`, ...said.more },
      }),
    /** Presses a button of a card; answers what Teams would show in its place. */
    async press(
      on: Sent,
      { data, title }: Button,
      said: Said & Readonly<{ values?: Readonly<Record<string, string>> }> = {},
    ) {
      const filled = filledIn(on.activity, said.values ?? {})
      const value = { action: { type: 'Action.Execute', verb: 'press', title, data: { ...data, ...filled } } }
      const response = await send('card-execute', { ...said, more: { replyToId: on.id, value, ...said.more } })
      return (await response.json()) as Readonly<{ type: string; value: unknown }>
    },
    thumb: (on: Sent, reaction: 'like' | 'dislike', said: Said & Readonly<{ why?: string }> = {}) => {
      const feedbackText = said.why ?? ''
      const actionValue = { reaction, feedback: JSON.stringify({ feedbackText }) }
      const value = { actionName: 'feedback', actionValue }
      return send('feedback-like', { ...said, more: { replyToId: on.id, value, ...said.more } })
    },
  }
}

const NAME_OF_MESSAGE: Readonly<Record<Place, string>> = {
  personal: 'message-personal',
  groupChat: 'message-group',
  channel: 'message-channel',
}

export const conversationOf = (place: Place, user = 'U1'): string =>
  ({ personal: `a:${user}`, groupChat: '19:group@thread.v2', channel: '19:chan@thread.tacv2;messageid=1' })[place]

/** What Teams sends of each input of a card: what stands in it, or was filled in, by field. */
function filledIn(message: Activity, values: Readonly<Record<string, string>>): Activity {
  const inputs = parts(message).filter(({ type }) => String(type).startsWith('Input.'))
  return Object.fromEntries(
    inputs.map(({ id, value = '' }) => [String(id), values[String(id).replace(/^[tcm]\d+:/u, '')] ?? value]),
  )
}

/** Every button that a message or card shows. */
export const buttonsOn = (shown: unknown): readonly Button[] =>
  parts(shown).flatMap(({ type, title, data }) =>
    type === 'Action.Execute' ? [{ title: String(title), data: data as Activity }] : [],
  )

export function buttonNamed(shown: unknown, name: RegExp): Button {
  const buttons = buttonsOn(shown)
  const button = buttons.find(({ title }) => name.test(title))
  if (button === undefined)
    throw new Error(`no button ${String(name)}; there are: ${buttons.map(({ title }) => title).join(', ')}`)
  return button
}
