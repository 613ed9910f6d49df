import type { Logger } from 'pino'
import type { Store } from '../adapters/store/store.ts'
import { endsAt } from '../bot/retention.ts'
import type { Config } from '../config.ts'
import { letOperatorIn } from './open-store.ts'

const HOUR_MS = 60 * 60 * 1_000

type Needs = Readonly<{ config: Config; store: Store; log: Logger }>

/** What a running process does for its store beside answering: it forgets in time, and lets the operator's commands in. */
export async function keepHouse({ config, store, log }: Needs): Promise<{ stop(): Promise<void> }> {
  const operator = await letOperatorIn(config, store).catch((cause: unknown) => {
    log.warn({ err: cause }, 'commands on the store must wait until this process ends')
  })
  const sweep = () => void forgetOld(store, log)
  sweep()
  const hourly = setInterval(sweep, HOUR_MS).unref()
  return {
    async stop() {
      clearInterval(hourly)
      await operator?.stop()
    },
  }
}

/** An hour that fails is made up for by the next. */
async function forgetOld(store: Store, log: Logger): Promise<void> {
  try {
    const gone = Object.entries(await store.forget(endsAt(new Date()))).filter(([, n]) => n > 0)
    if (gone.length > 0) log.info(Object.fromEntries(gone), 'forgot what has been kept long enough')
  } catch (cause) {
    log.warn({ err: cause }, 'could not forget what has been kept long enough; the next try is in an hour')
  }
}
