import type { Logger } from 'pino'
import type { Queue, QueueDatabase } from '../adapters/queue/queue.ts'
import type { Store } from '../adapters/store/store.ts'
import type { Messenger } from '../bot/delivery/messenger.ts'
import { createPlanner } from '../bot/digest/planner.ts'
import { createSender } from '../bot/digest/sender.ts'
import { createLetterWriter } from '../bot/digest/write-letter.ts'
import type { Knowledge } from '../bot/ports.ts'
import type { Config } from '../config.ts'
import { reporterTo, type LetterMeter } from './observe.ts'

type Needs = Readonly<{
  config: Pick<Config, 'databaseUrl'>
  store: Store
  knowledge: Knowledge
  messengers: readonly Messenger[]
  meter: LetterMeter
  log: Logger
}>

/**
 * Plans and sends digests and reminders from now on. Begins beside everything else and is not waited for: making the queue's tables
 * takes a second the first time. Where it can't begin, the log says so and the bot answers all the same.
 */
export function startLetters(needs: Needs): { stop(): Promise<void> } {
  const starting = start(needs).catch((cause: unknown) => {
    needs.log.error({ err: cause }, 'no digests are sent until this is mended and Shirube started again')
    return undefined
  })
  return {
    async stop() {
      await (await starting)?.stop()
    },
  }
}

async function start({ config, store, knowledge, messengers, meter, log }: Needs): Promise<Queue> {
  const { startQueue } = await import('../adapters/queue/queue.ts')
  const clock = () => new Date()
  const report = reporterTo(log, 'a digest or reminder met a problem')
  const { planning, sending, record, archive } = store.ledger
  const members = (firm: string) => store.firms.room(firm).members()
  const plan = createPlanner({ planning, members, clock, report })
  const write = createLetterWriter({
    firms: store.firms,
    knowledge,
    told: (taken) => archive.told(taken),
    keep: (taken, data) => sending.keep(taken, data),
    asked: (firm, span) => store.unanswered(firm, span),
  })
  const send = createSender({
    sending,
    write,
    messengers,
    addressBook: store.addressBook,
    clock,
    report,
    count: meter.count,
  })
  const work = {
    async plan() {
      const due = await plan()
      meter.planned({ at: clock(), stand: await record.counts() })
      return due
    },
    async send(id: string) {
      const settled = await send(id)
      return settled?.kind === 'later' ? settled.seconds : undefined
    },
  }
  return startQueue(queueDatabase(config, store), work, report)
}

function queueDatabase({ databaseUrl }: Pick<Config, 'databaseUrl'>, { queue }: Store): QueueDatabase {
  if (queue !== undefined) return { kind: 'embedded', ...queue }
  if (databaseUrl === undefined) throw new Error('the embedded store has no way in for the queue')
  return { kind: 'server', url: databaseUrl }
}
