import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ChatEvent } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import { readConfig } from '../../../config.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { APP_ID, BOT_TENANT, strangersKey } from './entra.ts'
import { activity } from './fixture.ts'
import { openOffice, type Office } from './office.ts'

const { store } = await openReadyStore()

let heard: ChatEvent[]
beforeEach(() => {
  heard = []
})
const answer = (event: ChatEvent): Promise<Reply> => {
  heard.push(event)
  return Promise.resolve({ outcome: 'answered', lang: 'ja', blocks: [{ kind: 'text', text: 'はい' }], confidence: 1 })
}

describe('a bot that is registered', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ store, bot: answer })
    return () => office.close()
  })
  const status = async (token: string) => {
    const { serviceUrl } = office.connector
    return (await office.post(await activity('message-personal', { serviceUrl, id: randomUUID() }), token)).status
  }
  const now = Math.floor(Date.now() / 1000)

  it('takes what Teams signed for it, and answers with a token of its own tenant', async () => {
    expect(await status(office.entra.token(office.connector.serviceUrl))).toBe(200)
    await expect.poll(() => office.connector.messages().length).toBe(1)
    expect(office.connector.messages()[0]?.token).toBe('outgoing-1')
    expect(office.entra.asked).toMatchObject([{ url: `/${BOT_TENANT}/oauth2/v2.0/token`, client_id: APP_ID }])
  })

  it.each([
    ['forged', () => office.entra.token(office.connector.serviceUrl, {}, strangersKey())],
    ['expired', () => office.entra.token(office.connector.serviceUrl, { exp: now - 3600, nbf: now - 7200 })],
    ['not valid yet', () => office.entra.token(office.connector.serviceUrl, { nbf: now + 3600 })],
    ['for another bot', () => office.entra.token(office.connector.serviceUrl, { aud: BOT_TENANT })],
    ['from another issuer', () => office.entra.token(office.connector.serviceUrl, { iss: 'https://evil.example' })],
    ['for another service', () => office.entra.token('https://smba.trafficmanager.net/jp/')],
    ['missing', () => ''],
    ['no token', () => 'nonsense'],
  ])('refuses a token that is %s, and keeps nothing', async (_, token) => {
    expect(await status(token())).toBe(401)
    expect(await store.mailroom.take('teams', 10)).toEqual([])
    expect(heard).toEqual([])
  })

  it('takes nothing for Teams that another channel of the service signed', async () => {
    const { serviceUrl } = office.connector
    const body = await activity('message-web-chat', { serviceUrl })
    expect((await office.post(body)).status).toBe(401)
    expect(heard).toEqual([])
  })

  it('says that it is its own fault when the keys cannot be had, so that Teams tries again', async () => {
    const settings = { kind: 'registered', appId: APP_ID, tenant: BOT_TENANT } as const
    const away = { openIdMetadata: `${office.entra.loginUrl}/away`, loginUrl: office.entra.loginUrl }
    const credential = { kind: 'password', password: 'wrong' } as const
    const lost = await openOffice({ store, bot: answer, settings: { ...settings, credential, ...away } })
    expect((await lost.say('質問')).status).toBe(500)
    expect(lost.reported).toHaveLength(1)
    await lost.close()
  })

  it('is not surprised by a caller who goes away in the middle of saying something', async () => {
    const { hostname, port, pathname } = new URL(office.url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.end(`POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`)
    expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /u)
    expect(office.reported).toEqual([])
  })

  it.each(['', 'nonsense', '[]', '{"type":"message"}'])('takes %j for no activity', async (body) => {
    const headers = { 'Content-Type': 'application/json' }
    expect((await fetch(office.url, { method: 'POST', headers, body })).status).toBe(400)
  })
})

describe('a bot without credentials', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ store, bot: answer, settings: { kind: 'local' } })
    return () => office.close()
  })
  const post = async (more: object, headers: Record<string, string> = {}) => {
    const { serviceUrl } = office.connector
    const body = JSON.stringify(await activity('message-personal', { serviceUrl, id: randomUUID(), ...more }))
    const all = { 'Content-Type': 'application/json', ...headers }
    return (await fetch(office.url, { method: 'POST', headers: all, body })).status
  }

  it('answers tools on this machine', async () => {
    expect(await post({})).toBe(200)
    await expect.poll(() => office.connector.messages().length).toBe(1)
    expect(office.connector.messages()[0]?.token).toBe('')
  })

  it('answers nobody else, and no page that somebody has open', async () => {
    expect(await post({ serviceUrl: 'https://smba.trafficmanager.net/jp/' })).toBe(403)
    expect(await post({ serviceUrl: 'http://127.0.0.1.evil.example/' })).toBe(403)
    expect(await post({}, { Origin: 'https://evil.example' })).toBe(403)
    expect(await post({}, { 'Content-Type': 'text/plain' })).toBe(403)
    expect(heard).toEqual([])
  })

  it('does not start at a public address', () => {
    const set = { TEAMS: 'on', PUBLIC_URL: 'https://shirube.example' }
    expect(() => readConfig(set)).toThrow(/TEAMS_APP_ID/u)
  })
})

describe('the settings', () => {
  const set = { TEAMS_APP_ID: APP_ID, TEAMS_TENANT_ID: BOT_TENANT }

  it('are a password or a managed identity, and the tenant that the bot is registered in', () => {
    expect(() => readConfig(set)).toThrow(/TEAMS_APP_PASSWORD/u)
    expect(() => readConfig({ TEAMS_APP_ID: APP_ID, TEAMS_APP_PASSWORD: 'secret-secret' })).toThrow(/TEAMS_TENANT_ID/u)
    expect(() => readConfig({ ...set, TEAMS_APP_PASSWORD: 'secret-secret', TEAMS_MANAGED_IDENTITY: 'on' })).toThrow(
      /TEAMS_MANAGED_IDENTITY/u,
    )
    const { teams } = readConfig({ ...set, TEAMS_MANAGED_IDENTITY: 'on' })
    expect(teams).toMatchObject({ kind: 'registered', credential: { kind: 'managed_identity' } })
  })
})
