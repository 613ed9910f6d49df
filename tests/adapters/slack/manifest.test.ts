import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { load } from 'js-yaml'
import { z } from 'zod'
import { EVENTS } from '../../../adapters/slack/app.ts'
import { REDIRECT } from '../../../adapters/slack/installer.ts'
import { parse } from '../../../adapters/slack/parse.ts'
import { SCOPES } from '../../../adapters/slack/scopes.ts'

const ADAPTER = join(import.meta.dirname, '../../../adapters/slack')

const manifestSchema = z.object({
  features: z.object({
    agent_view: z.object({ suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4) }),
    app_home: z.object({ home_tab_enabled: z.literal(true), messages_tab_enabled: z.literal(true) }),
    slash_commands: z.array(z.object({ command: z.string(), url: z.url() })),
  }),
  oauth_config: z.object({ redirect_urls: z.array(z.url()), scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url() }),
  }),
})

/** The scope that each method needs (docs.slack.dev/reference/methods); none for `auth`, `oauth` and `views`. */
const SCOPE_OF: Readonly<Record<string, string | undefined>> = {
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'apps.connections.open': undefined,
  'auth.test': undefined,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'users.info': 'users:read',
  'views.open': undefined,
  'views.publish': undefined,
  'views.update': undefined,
}

/** What is heard and said without a method of its own. */
const SCOPE_OF_EVENT: Readonly<Record<string, string | undefined>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
}
const FOR_ITSELF = ['commands', 'im:write']

let manifest: z.infer<typeof manifestSchema>
let source: string
beforeAll(async () => {
  manifest = manifestSchema.parse(load(await readFile(join(ADAPTER, 'manifest.yaml'), 'utf8')))
  const files = (await readdir(ADAPTER)).filter((name) => name.endsWith('.ts'))
  source = (await Promise.all(files.map((name) => readFile(join(ADAPTER, name), 'utf8')))).join('\n')
})

it('asks for the scopes that the code asks for, and for no other', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual([...SCOPES])
})

it('asks for what the methods called and the events heard need, and for nothing else', () => {
  const called = [...source.matchAll(/client\??\.((?:[a-zA-Z]+\.)+[a-zA-Z]+)\(/gu)].map(([, method]) => method ?? '')
  expect(called.length).toBeGreaterThan(5)
  for (const method of called) expect(Object.keys(SCOPE_OF)).toContain(method)
  const { bot_events } = manifest.settings.event_subscriptions
  const needed = [...called.map((method) => SCOPE_OF[method]), ...bot_events.map((event) => SCOPE_OF_EVENT[event])]
  const scopes = new Set([...needed.filter((scope) => scope !== undefined), ...FOR_ITSELF])
  expect([...scopes].toSorted()).toEqual([...SCOPES])
})

const EVENTS_HEARD: Readonly<Record<string, object>> = {
  app_home_opened: { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' },
  app_mention: { type: 'app_mention', user: 'U1', text: 'x', channel: 'C1', ts: '1.1' },
  app_uninstalled: { type: 'app_uninstalled' },
  'message.im': { type: 'message', channel_type: 'im', user: 'U1', text: 'x', channel: 'D1', ts: '1.1' },
  tokens_revoked: { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } },
}

it('subscribes to the events that are understood, and to no other', () => {
  const { bot_events } = manifest.settings.event_subscriptions
  expect(bot_events).toEqual(Object.keys(EVENTS_HEARD))
  for (const [name, event] of Object.entries(EVENTS_HEARD)) {
    const parsed = parse({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event })
    expect(parsed.kind, name).not.toBe('ignored')
  }
})

it('sends everything to the routes that are served', () => {
  const { features, oauth_config, settings } = manifest
  const paths = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    ...features.slash_commands.map(({ url }) => url),
  ].map((url) => new URL(url).pathname)
  expect(new Set(paths)).toEqual(new Set([EVENTS]))
  expect(oauth_config.redirect_urls.map((url) => new URL(url).pathname)).toEqual([REDIRECT])
})
