import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTeams } from '../../../adapters/teams/app.ts'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Store } from '../../../adapters/store/store.ts'
import { serve, type Serving } from '../../../adapters/web/serve.ts'
import { composeTestBot } from '../../bot/composed.ts'
import { startConnector, type Connector } from './connector.ts'

let folder: string
let store: Store
let connector: Connector
let server: Serving
const reported: unknown[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-teams-'))
  const [opened, composed, started] = await Promise.all([openPglite(folder), composeTestBot(), startConnector()])
  store = opened
  connector = started
  const teams = createTeams({
    settings: { kind: 'local' },
    mailroom: store.mailroom,
    addressBook: store.addressBook,
    bot: composed.bot,
    pageAt: (path) => `https://shirube.example${path}`,
    random: () => 0,
    report: (cause) => `reference-${reported.push(cause)}`,
  })
  const mounts = new Map([['/api/messages', teams.listener]])
  server = await serve(new Hono(), { host: '127.0.0.1', port: 0, mounts })
})
afterAll(async () => {
  await server.stop()
  await connector.stop()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const saying = (id: string, text: string) => ({
  type: 'message',
  id,
  channelId: 'msteams',
  serviceUrl: connector.serviceUrl,
  from: { id: '29:u1', name: '花', aadObjectId: 'aad-1' },
  recipient: { id: '28:bot', name: 'Shirube' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't1' },
  channelData: { tenant: { id: 't1' } },
  text,
})

const send = (activity: object) =>
  fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  })

it('answers a message once, with its source as a citation', async () => {
  for (const response of [
    await send(saying('1', '辞めた人のメールはどうする？')),
    await send(saying('1', '辞めた人のメールはどうする？')),
  ])
    expect(response.status).toBe(200)
  await expect.poll(() => connector.messages().length).toBe(1)
  const [message] = connector.messages()
  expect(message?.activity['text']).toContain('[1] CPS.IP\\-9')
  expect(JSON.stringify(message?.activity['entities'])).toContain('"position":1')
  expect(reported).toEqual([])
})

it('answers no caller from elsewhere while it has no credentials', async () => {
  const response = await send({ ...saying('2', 'hello'), serviceUrl: 'https://smba.trafficmanager.net/jp/' })
  expect([response.status, connector.messages().length]).toEqual([401, 1])
})
