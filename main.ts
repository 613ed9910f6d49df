import { readConfig } from './config.ts'
import { keepCompiled } from './start/compiled.ts'
import { describeError } from './start/describe-error.ts'

type Running = Awaited<ReturnType<typeof startOrExplain>>

/** In place before anything is opened: whoever stops it while it starts gets a clean stop, too. */
const starting = startOrExplain()
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void starting.then(stopCleanly)
  })
}

/** All but the settings is loaded only now, so that Node keeps what it makes of it. */
async function startOrExplain() {
  try {
    const config = readConfig(process.env)
    keepCompiled(config.dataDir)
    const [{ start }, { createLog }] = await Promise.all([import('./server.ts'), import('./start/observe.ts')])
    const log = createLog(config)
    return { log, stop: await start(config, log) }
  } catch (cause) {
    return explainAndStop(cause)
  }
}

/** What is wrong and what to do, without a stack: whoever starts it can mend settings, not code. */
function explainAndStop(cause: unknown): never {
  process.stderr.write(`${describeError(cause)}\n`)
  process.exit(1)
}

async function stopCleanly({ log, stop }: Running): Promise<never> {
  try {
    await stop()
    process.exit(0)
  } catch (cause) {
    log.fatal({ err: cause }, 'could not stop cleanly')
    process.exit(1)
  }
}
