import { readChecklist } from '../checklist/checklist.ts'
import type { Knowledge, WholeFirm } from '../ports.ts'
import type { Reply } from '../reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import { isoWeekOf, plusDays } from './calendar/days.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import { digestOf } from './digest.ts'
import { digestReaders, scheduleOf } from './firm-schedule.ts'
import { digestReply } from './reply.ts'
import { nextDigest, type PlannedDigest, type Schedule } from './schedule.ts'

/** `week`: `2026-W48`, or the one that is now. `lang`: the firm's where there is none. */
export type Asked = Readonly<{
  knowledge: Knowledge
  now: Date
  week: string | undefined
  lang: Lang | undefined
  /** When the digests were planned that the firm has got. */
  got: readonly Date[]
}>

/** `off`: the firm wants none. `no_digest`: that week has none, for holidays or because it is snoozed. */
export type ByHand =
  | Readonly<{ kind: 'digest'; planned: PlannedDigest; reply: Reply; recipients: readonly string[] }>
  | Readonly<{ kind: 'off' | 'no_digest' }>

/** A firm's weekly digest when somebody asks for it, compared as its letter would be. */
export function digestByHand({ firm, members, log }: WholeFirm, { knowledge, now, week, lang, got }: Asked): ByHand {
  const schedule = scheduleOf(firm)
  if (schedule === undefined) return { kind: 'off' }
  const planned = week === undefined ? thisWeek(schedule, now) : plannedIn(week, schedule)
  if (planned === undefined) return { kind: 'no_digest' }
  const corpus = knowledge.version
  const before = got.filter((at) => at < planned.at).toSorted((one, other) => other.getTime() - one.getTime())[0]
  const previous = before && { at: before, corpus }
  const unanswered = { questions: 0, people: 0 }
  const checklist = readChecklist(knowledge)
  const digest = digestOf({ planned, firm, members, log, checklist, corpus, previous, unanswered })
  const recipients = digestReaders(members).map(({ id }) => id)
  return { kind: 'digest', planned, reply: digestReply(digest, lang ?? firm.lang), recipients }
}

const thisWeek = ({ timeZone }: Schedule, now: Date): PlannedDigest => ({
  kind: 'week',
  period: isoWeekOf(wallTimeAt(now, timeZone).day),
  at: now,
})

/** The fourth of January is always in the first week (ISO 8601). */
function plannedIn(week: string, schedule: Schedule): PlannedDigest | undefined {
  const [year = '', nth = ''] = week.split('-W')
  const before = plusDays(`${year}-01-04`, 7 * (Number(nth) - 1) - 14)
  let planned = nextDigest(schedule, new Date(`${before}T00:00:00Z`))
  while (planned !== undefined && planned.period < week) planned = nextDigest(schedule, planned.at)
  return planned?.period === week ? planned : undefined
}
