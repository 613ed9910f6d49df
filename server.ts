import type { Logger } from 'pino'
import type { Store } from './adapters/store/store.ts'
import { createPublicApp, createWebApp } from './adapters/web/app.ts'
import { OWNER } from './adapters/web/owner.ts'
import { serve } from './adapters/web/serve.ts'
import { webToken } from './adapters/web/token.ts'
import { plantSample } from './bot/firms/sample.ts'
import { suggestedQuestions } from './bot/words/suggestions.ts'
import { composeBot, type Composed } from './compose.ts'
import type { Config } from './config.ts'
import type { Observing } from './start/models.ts'
import { keepHouse } from './start/housekeeping.ts'
import { createMetrics, type Metrics } from './start/observe.ts'
import { startLetters } from './start/letters.ts'
import { openStore } from './start/open-store.ts'
import { createPlatforms } from './start/platforms.ts'
import { warmUp } from './start/warm-up.ts'

/** Starts the configured platforms on one composed bot and says where to look; answers how to stop it all. */
export async function start(config: Config, log: Logger): Promise<() => Promise<void>> {
  const metrics = createMetrics()
  const { store, composed } = await openBoth(config, log, metrics)
  const house = await keepHouse({ config, store, log })
  const { bot, answer, corpus, knowledge, index, cached, page, readLink } = composed
  const health = { ready: () => checks(store, composed), metrics: () => metrics.read() }
  const served = {
    ...health,
    watch: config.watch,
    page,
    readLink,
    clock: () => new Date(),
    defaultLang: config.defaultLang,
  }
  const token = await webToken(config.dataDir)
  if (config.publicUrl === undefined)
    await plantSample({ firms: store.firms, knowledge, owner: OWNER, lang: config.defaultLang, now: new Date() })
  const bound = { port: config.port }
  const app =
    config.publicUrl === undefined
      ? createWebApp({
          ...served,
          answer: metrics.measured(answer),
          look: bot,
          history: (thread) => store.inbox.thread(thread),
          suggestions: suggestedQuestions,
          token,
          port: () => bound.port,
          log,
        })
      : createPublicApp({ ...served, log })
  const platforms = await createPlatforms({ config, store, bot: metrics.measured(bot), log })
  await warmUp(bot, config)
  const server = await serve(app, { ...config, mounts: platforms.mounts })
  bound.port = server.port
  log.info(
    { port: server.port, corpus: corpus.version, entries: index.ids.length, search: index.nearest.kind, index: cached },
    'ready',
  )
  await platforms.start()
  const letters = startLetters({ config, store, knowledge, ...platforms, meter: metrics.letters, log })
  greet(config, server.port, token)
  return async () => {
    await letters.stop()
    await platforms.stop()
    await server.stop()
    await house.stop()
    await store.close()
  }
}

/** The corpus is read while the store opens; where one of them can't be, the other is not left open. */
async function openBoth(config: Config, log: Logger, metrics: Metrics): Promise<{ store: Store; composed: Composed }> {
  const opening = openStore(config, (lost) => {
    log.fatal({ err: lost }, 'the data folder was lost to another process')
    process.exit(1)
  })
  const composed = await composeBot(config, opening, observingInto(log, metrics)).catch(async (cause: unknown) => {
    await (await opening).close()
    throw cause
  })
  const store = await opening
  metrics.messages(() => store.standing())
  return { store, composed }
}

const observingInto = (log: Logger, { meter }: Metrics): Observing => ({
  meter,
  info: (message) => {
    log.info(message)
  },
  warn: (message) => {
    log.warn(message)
  },
})

const checks = async (store: Store, { corpus, index, rankedBy }: Composed) => [
  await check('store', () => store.healthy()),
  { name: 'corpus', ok: true, detail: corpus.version },
  { name: 'index', ok: true, detail: `${index.ids.length} entries, ${index.nearest.kind}, ${rankedBy()}` },
]

async function check(name: string, works: () => Promise<void>): Promise<{ name: string; ok: boolean; detail: string }> {
  try {
    await works()
    return { name, ok: true, detail: 'answers' }
  } catch (cause) {
    return { name, ok: false, detail: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** What a person who just started it needs: one link, in both languages. */
function greet({ publicUrl, databaseUrl, dataDir }: Config, port: number, token: string): void {
  const kept = databaseUrl === undefined ? `${dataDir} (embedded)` : 'PostgreSQL'
  const where =
    publicUrl === undefined
      ? `  Open this link in your browser / このリンクをブラウザで開いてください\n\n    http://127.0.0.1:${port}/?token=${token}\n`
      : '  The local web chat is off because PUBLIC_URL is set and it knows no sign-in.\n'
  process.stdout.write(`\n  道しるべ Shirube\n\n${where}\n  Kept in: ${kept}    Stop: Ctrl+C\n\n`)
}
