import type { Hono } from 'hono'
import { createWebApp, type WebNeeds } from '../../../adapters/web/app.ts'
import { createLinks } from '../../../adapters/web/links.ts'
import { createSmallBot, type SmallBot } from './answers.ts'

export const LINK_KEY = new Uint8Array(32)
export const TOKEN = 'a-token-printed-at-start'
export const HOST = '127.0.0.1:3978'
const COOKIE = `shirube_3978=${TOKEN}`

export interface TestWeb {
  bot: SmallBot
  logged: readonly object[]
  /** As a stranger would: no cookie, but the right host. */
  request: (path: string, init?: RequestInit) => Promise<Response>
  /** As the chat page would. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  post: (body: unknown, headers?: Record<string, string>) => Promise<Response>
}

export function createTestWeb(changed: Partial<WebNeeds> = {}): TestWeb {
  const bot = createSmallBot()
  const logged: object[] = []
  const app: Hono = createWebApp({
    ...bot,
    page: () => Promise.resolve(undefined),
    readLink: createLinks(LINK_KEY).readLink,
    clock: () => new Date('2027-02-02T00:00:00Z'),
    token: TOKEN,
    port: () => 3978,
    defaultLang: 'ja',
    ready: () => Promise.resolve([{ name: 'index', ok: true, detail: '104 passages' }]),
    metrics: () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', body: 'up 1\n' }),
    watch: { kind: 'open' },
    log: { error: (details) => logged.push(details) },
    ...changed,
  })
  const request = async (path: string, init?: RequestInit) => app.request(`http://${HOST}${path}`, init)
  const page = { cookie: COOKIE, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }
  return {
    bot,
    logged,
    request,
    get: (path, headers) => request(path, { headers: { ...page, ...headers } }),
    post: (body, headers) =>
      request('/api/chat', {
        method: 'POST',
        headers: { ...page, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** The body of an API response; `html` and `error` are empty when they are not there. */
export async function read(response: Response): Promise<{ html: string; error: string; reply?: unknown }> {
  const body: unknown = await response.json()
  if (typeof body !== 'object' || body === null) throw new Error('The API answered no object')
  return {
    html: 'html' in body && typeof body.html === 'string' ? body.html : '',
    error: 'error' in body && typeof body.error === 'string' ? body.error : '',
    ...('reply' in body && { reply: body.reply }),
  }
}
