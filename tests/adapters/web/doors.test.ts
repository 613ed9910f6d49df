import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../config.ts'
import { createTestWeb, HOST, read, TOKEN } from './web.ts'

const web = createTestWeb()
const ID = '6f1c1f0e-8f0a-4e0a-9a62-0d1f0f5d1a11'

describe('the token', () => {
  it('is exchanged for a cookie that scripts cannot read, and leaves the address', async () => {
    const response = await web.request(`/?token=${TOKEN}`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toBe(`shirube_3978=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`)
  })

  it.each(['wrong', '', `${TOKEN}x`])('is refused when it is %j', async (token) => {
    const response = await web.request(`/?token=${token}`)
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('is asked for in both languages on the page', async () => {
    const response = await web.request('/')
    const page = await response.text()
    expect(response.status).toBe(401)
    expect(page).toContain('リンクから開いてください')
    expect(page).toContain('Please open the link')
  })

  it('is asked for as JSON by the API', async () => {
    const response = await web.get('/api/history?thread=x', { cookie: 'shirube_3978=wrong', 'accept-language': 'en' })
    expect(response.status).toBe(401)
    expect((await read(response)).error).toContain('link shown in the terminal')
  })

  it('is not asked of health, readiness and metrics', async () => {
    const statuses = ['/healthz', '/readyz', '/metrics'].map(async (path) => (await web.request(path)).status)
    expect(await Promise.all(statuses)).toEqual([200, 200, 200])
  })

  it('of who watches is asked for where one is set; without it everybody hears whether it is ready, and no more', async () => {
    const watched = createTestWeb({ watch: { kind: 'token', token: 'a-token-of-watchers' } })
    const ask = (path: string, authorization = '') => watched.request(path, { headers: { authorization } })
    const refused = ['', 'Bearer wrong', 'Bearer ', 'Basic a-token-of-watchers', 'a-token-of-watchers']
    for (const authorization of refused) {
      expect((await ask('/metrics', authorization)).status).toBe(401)
      expect(await (await ask('/readyz', authorization)).json()).toEqual({ status: 'ready' })
    }
    const right = 'Bearer a-token-of-watchers'
    expect(await (await ask('/metrics', right)).text()).toBe('up 1\n')
    expect(await (await ask('/readyz', right)).json()).toMatchObject({ checks: [{ name: 'index' }] })
  })

  it('of who watches is missing at a public address: then nobody sees metrics or what is not ready', async () => {
    const closed = createTestWeb({ watch: readConfig({ PUBLIC_URL: 'https://shirube.example' }).watch })
    expect((await closed.request('/metrics')).status).toBe(404)
    expect(await (await closed.request('/readyz')).json()).toEqual({ status: 'ready' })
    expect((await closed.request('/healthz')).status).toBe(200)
  })

  it('does not sign in to a Shirube on another port', async () => {
    const other = createTestWeb({ port: () => 4000 })
    expect((await other.get('/')).status).toBe(401)
  })
})

describe('the Host header', () => {
  it.each(['127.0.0.1', '127.0.0.1:9', 'localhost:3978', 'LOCALHOST', '[::1]:3978'])('may be %s', async (host) => {
    expect((await web.get('/', { host })).status).toBe(200)
  })

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io:3978',
    'x@127.0.0.1',
    '192.168.1.5',
    '[::2]',
    '',
  ])('may not be %j, on any route but the three', async (host) => {
    for (const path of ['/', '/public/chat.js', '/api/history', '/nothing']) {
      expect((await web.get(path, { host })).status).toBe(403)
    }
    expect((await web.get('/healthz', { host })).status).toBe(200)
  })
})

describe('a POST', () => {
  const message = { id: ID, text: 'hello' }

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['https in disguise', { origin: `https://${HOST}` }],
    ['a browser that says it is same-site only', { 'sec-fetch-site': 'same-site' }],
    ['a browser that says it is cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_, headers) => {
    expect((await web.post(message, headers)).status).toBe(403)
    expect(web.bot.asked).toEqual([])
  })

  it('is refused when it does not say where it comes from', async () => {
    const headers = { cookie: `shirube_3978=${TOKEN}` }
    const response = await web.request('/api/chat', { method: 'POST', headers, body: JSON.stringify(message) })
    expect(response.status).toBe(403)
  })

  it('is accepted from the page, with or without Sec-Fetch-Site', async () => {
    const headers = { cookie: `shirube_3978=${TOKEN}`, origin: `http://${HOST}` }
    const response = await web.request('/api/chat', { method: 'POST', headers, body: JSON.stringify(message) })
    expect(response.status).toBe(200)
  })
})
