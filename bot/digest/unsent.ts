import type { Checklist } from '../checklist/checklist.ts'
import { asOf, type Logged } from '../checklist/log.ts'
import type { Firm, Member } from '../firms/firm.ts'
import { isoWeekOf, monthOf, nextMonth, plusDays } from './calendar/days.ts'
import { momentAt, wallTimeAt } from './calendar/zoned-time.ts'
import { digestOf, type Digest } from './digest.ts'
import type { SinceLast } from './since-last.ts'

type Looking = Readonly<{
  firm: Firm
  members: readonly Member[]
  log: readonly Logged[]
  checklist: Checklist
  corpus: string
  now: Date
}>

/** A week that nobody was sent, to be looked at or printed. */
export function unsentWeek({ now, since, ...file }: Looking & Readonly<{ since: SinceLast }>): Digest {
  const period = isoWeekOf(wallTimeAt(now, file.firm.timeZone).day)
  return digestOf({ ...file, ...since, planned: { kind: 'week', period, at: now } })
}

/** The latest month that has something to tell. */
export function unsentMonth({ now, ...file }: Looking): Digest {
  const planned = { kind: 'month', period: monthToTell({ ...file, now }), at: now } as const
  return digestOf({ ...file, planned, previous: undefined, unanswered: { questions: 0, people: 0 } })
}

/** The month that is over; in the firm's first month, that one. */
function monthToTell({ firm: { timeZone }, log, now }: Looking): string {
  const first = `${monthOf(wallTimeAt(now, timeZone).day)}-01`
  const over = monthOf(plusDays(first, -1))
  const end = momentAt({ day: nextMonth(`${over}-01`), time: '00:00' }, timeZone)
  return asOf(log, end).length > 0 ? over : monthOf(first)
}
