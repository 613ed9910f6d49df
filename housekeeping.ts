import type { Logger } from 'pino'
import type { Store } from './adapters/store/store.ts'
import { forgetBefore } from './bot/retention.ts'
import type { Config } from './config.ts'
import { letOperatorIn } from './open-store.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

type Needs = Readonly<{ config: Config; store: Store; log: Logger }>

/** What a running process does for its store beside answering: it forgets in time, and lets the operator's commands in. */
export async function keepHouse({ config, store, log }: Needs): Promise<{ stop(): Promise<void> }> {
  const operator = await letOperatorIn(config, store).catch((cause: unknown) => {
    log.warn({ err: cause }, 'commands on the store must wait until this process ends')
  })
  const sweep = () => void forgetOld(store, log)
  sweep()
  const daily = setInterval(sweep, DAY_MS).unref()
  return {
    async stop() {
      clearInterval(daily)
      await operator?.stop()
    },
  }
}

/** A day that fails is made up for by the next. */
async function forgetOld(store: Store, log: Logger): Promise<void> {
  try {
    const events = await store.forget(forgetBefore(new Date()))
    if (events > 0) log.info({ events }, 'forgot what was said more than 30 days ago')
  } catch (cause) {
    log.warn({ err: cause }, 'could not forget what was said more than 30 days ago; the next try is in a day')
  }
}
