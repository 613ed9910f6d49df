import type { ChatEvent } from '../../bot/event.ts'
import { createWebApp } from '../../adapters/web/app.ts'
import { serve } from '../../adapters/web/serve.ts'
import { createSmallBot } from '../adapters/web/answers.ts'

export interface Chat {
  /** The link printed at start, token included. */
  link: string
  asked: readonly ChatEvent[]
  stop: () => Promise<void>
}

/** The one place that decides which bot the browser tests talk to. */
export async function startChat(): Promise<Chat> {
  const bot = createSmallBot()
  const token = crypto.randomUUID()
  let port = 0
  const app = createWebApp({
    ...bot,
    page: () => Promise.resolve(undefined),
    readLink: () => undefined,
    clock: () => new Date(),
    token,
    port: () => port,
    defaultLang: 'ja',
    ready: () => Promise.resolve([]),
    metrics: () => Promise.resolve({ contentType: 'text/plain', body: '' }),
    watch: { kind: 'open' },
    log: { error: () => undefined },
  })
  const serving = await serve(app, { host: '127.0.0.1', port: 0 })
  port = serving.port
  return { link: `http://127.0.0.1:${port}/?token=${token}`, asked: bot.asked, stop: serving.stop }
}
