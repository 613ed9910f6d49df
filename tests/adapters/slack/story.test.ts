import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSlack, type SlackPlatform } from '../../../adapters/slack/app.ts'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Store } from '../../../adapters/store/store.ts'
import { serve, type Serving } from '../../../adapters/web/serve.ts'
import { composeTestBot, type TestBot } from '../../bot/composed.ts'
import { SECRET, signedHeaders } from './signed.ts'
import { startSlack, type SlackStandIn } from './stand-in.ts'

let folder: string
let store: Store
let composed: TestBot
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-slack-'))
  ;[store, composed] = await Promise.all([openPglite(folder), composeTestBot()])
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const mention = (text: string, n: number) => ({
  type: 'event_callback',
  team_id: 'T1',
  context_team_id: 'T1',
  event_id: `Ev${n}`,
  event: { type: 'app_mention', user: 'U1', text: `<@UBOT> ${text}`, channel: 'C1', ts: `17000${n}.0001`, team: 'T1' },
})

describe.each(['http', 'socket'] as const)('Slack over %s', (mode) => {
  let slack: SlackStandIn
  let platform: SlackPlatform
  let server: Serving
  let reported: unknown[]
  beforeEach(async () => {
    slack = await startSlack()
    reported = []
    const common = { botToken: 'xoxb-1', apiUrl: slack.apiUrl }
    platform = createSlack({
      settings: mode === 'http' ? { ...common, mode, signingSecret: SECRET } : { ...common, mode, appToken: 'xapp-1' },
      mailroom: store.mailroom,
      bot: composed.bot,
      pageAt: (path) => `https://shirube.example${path}`,
      suggestions: () => ['バックアップはどのくらいの頻度で？'],
      defaultLang: 'ja',
      report: (cause) => `reference-${reported.push(cause)}`,
      log: { debug: () => undefined, warn: () => undefined, error: () => undefined },
    })
    const mounts = new Map(platform.listener ? [['/slack/events', platform.listener]] : [])
    server = await serve(new Hono(), { host: '127.0.0.1', port: 0, mounts })
    await platform.start()
    return async () => {
      await platform.stop()
      await server.stop()
      await slack.stop()
    }
  })

  const send = async (payload: object): Promise<unknown> => {
    if (mode === 'socket') return slack.deliver('events_api', payload)
    const body = JSON.stringify(payload)
    const headers = { 'Content-Type': 'application/json', ...signedHeaders(body) }
    const response = await fetch(`http://127.0.0.1:${server.port}/slack/events`, { method: 'POST', headers, body })
    expect(response.status).toBe(200)
    return undefined
  }
  const posted = () => slack.done('chat.postMessage')

  it('answers a mention in its thread, once, with its source', async () => {
    const said = mention('辞めた人のメールはどうする？', mode === 'http' ? 1 : 2)
    await send(said)
    await send(said)
    await expect.poll(() => posted().length).toBe(1)
    const [call] = posted()
    expect(call?.args).toMatchObject({ channel: 'C1', thread_ts: said.event.ts, unfurl_links: 'false' })
    expect(JSON.stringify(call?.args['blocks'])).toContain('CPS.IP-9')
    expect(reported).toEqual([])
  })
})
