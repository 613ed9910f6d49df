import type { Checklist } from '../checklist/checklist.ts'
import { asOf, type Logged } from '../checklist/log.ts'
import type { Firm, Member } from '../firms/firm.ts'
import { isoWeekOf, monthOf, nextMonth, plusDays } from './calendar/days.ts'
import { momentAt, wallTimeAt } from './calendar/zoned-time.ts'
import { digestOf, type Digest } from './digest.ts'
import type { PlannedDigest } from './schedule.ts'

type Looking = Readonly<{
  firm: Firm
  members: readonly Member[]
  log: readonly Logged[]
  checklist: Checklist
  corpus: string
  now: Date
}>

const WEEK_MS = 7 * 86_400_000

/** A digest that nobody was sent, to be looked at or printed: the seven days until now, or the latest month that has something to tell. */
export function unsentDigest(kind: PlannedDigest['kind'], { now, ...firm }: Looking): Digest {
  const previous = { at: new Date(now.getTime() - WEEK_MS), corpus: firm.corpus }
  const planned = { kind, period: kind === 'week' ? weekOf(firm.firm, now) : monthToTell({ ...firm, now }), at: now }
  return digestOf({ ...firm, planned, previous, unanswered: { questions: 0, people: 0 } })
}

const weekOf = ({ timeZone }: Firm, now: Date): string => isoWeekOf(wallTimeAt(now, timeZone).day)

/** The month that is over; in the firm's first month, that one. */
function monthToTell({ firm: { timeZone }, log, now }: Looking): string {
  const first = `${monthOf(wallTimeAt(now, timeZone).day)}-01`
  const over = monthOf(plusDays(first, -1))
  const end = momentAt({ day: nextMonth(`${over}-01`), time: '00:00' }, timeZone)
  return asOf(log, end).length > 0 ? over : monthOf(first)
}
