import { isJapaneseHoliday, isYearsTurn } from './calendar/holidays.ts'
import { isoWeekOf, mondayOf, monthOf, nextMonth, plusDays, weekdayOf, type Day } from './calendar/days.ts'
import { momentAt, wallTimeAt, type WallTime } from './calendar/zoned-time.ts'

/** From the first day to the last, both included. */
export type DayRange = Readonly<{ from: Day; to: Day }>

/** Nothing is sent from `from` until just before `to`, over midnight where `from` is the later one. */
export type QuietHours = Readonly<{ from: string; to: string }>

/**
 * When a firm's managers are written to. `day`: ISO, Monday is 1. `time` and `quiet` are on the wall of `timeZone` (IANA).
 * `snoozes`: no digest on these days. `holidays`: which days besides Saturday and Sunday are no working days.
 */
export type Schedule = Readonly<{
  timeZone: string
  day: number
  time: string
  quiet: QuietHours
  snoozes: readonly DayRange[]
  holidays: 'japan' | 'none'
}>

/** `period`: `2026-W48` for a week's digest, `2026-11` for the president's page about that month. */
export type PlannedDigest = Readonly<{ kind: 'week' | 'month'; period: string; at: Date }>

/**
 * The first weekly digest after a moment. It goes on the week's day at its time; where that is no working day or is snoozed, on
 * the next that is open. A week that would have to wait more than `LONGEST_WAIT` days has none: the next one is near and tells of
 * both. Undefined where all of the coming year is snoozed.
 */
export function nextDigest(schedule: Schedule, after: Date): PlannedDigest | undefined {
  const monday = mondayOf(wallTimeAt(after, schedule.timeZone).day)
  for (let week = -1; week <= WEEKS_AHEAD; week += 1) {
    const nominal = plusDays(monday, week * 7 + schedule.day - 1)
    const at = sendingAt(nominal, LONGEST_WAIT, schedule)
    if (at !== undefined && at > after) return { kind: 'week', period: isoWeekOf(nominal), at }
  }
  return undefined
}

/** The first monthly page after a moment: about the month that is over, on the first open day of the next. */
export function nextMonthly(schedule: Schedule, after: Date): PlannedDigest | undefined {
  let first = `${monthOf(wallTimeAt(after, schedule.timeZone).day)}-01`
  for (let month = 0; month <= MONTHS_AHEAD; month += 1) {
    const at = sendingAt(first, DAYS_IN_MONTH, schedule)
    if (at !== undefined && at > after) return { kind: 'month', period: monthOf(plusDays(first, -1)), at }
    first = nextMonth(first)
  }
  return undefined
}

/** Reminders of one working day. `period`: the day. */
export type PlannedReminders = Readonly<{ kind: 'day'; period: Day; at: Date }>

/** The first moment after another at which owners are reminded: once on every open day, at the digest's time. */
export function nextReminders(schedule: Schedule, after: Date): PlannedReminders | undefined {
  const { day } = wallTimeAt(after, schedule.timeZone)
  for (let ahead = -1; ahead <= DAYS_IN_YEAR; ahead += 1) {
    const at = sendingAt(plusDays(day, ahead), 0, schedule)
    if (at !== undefined && at > after) return { kind: 'day', period: wallTimeAt(at, schedule.timeZone).day, at }
  }
  return undefined
}

type Lateness = Readonly<{ after: Date; now: Date }>

/**
 * What is to go out now of all that was planned after a moment: the latest weekly digest and the latest monthly page. Whatever
 * came before them, as after an outage, is not sent any more. What is late waits for a working hour, and for nothing where
 * the next one comes on the same day.
 */
export function dueDigests(schedule: Schedule, lateness: Lateness): readonly PlannedDigest[] {
  if (!isOpen(wallTimeAt(lateness.now, schedule.timeZone), schedule)) return []
  return [nextDigest, nextMonthly].flatMap((next) => latest(next, schedule, lateness) ?? [])
}

/** The same for reminders: of all days that were missed, the latest. */
export const dueReminders = (schedule: Schedule, lateness: Lateness): PlannedReminders | undefined =>
  isOpen(wallTimeAt(lateness.now, schedule.timeZone), schedule) ? latest(nextReminders, schedule, lateness) : undefined

type Next<P> = (schedule: Schedule, after: Date) => P | undefined

function latest<P extends Readonly<{ at: Date }>>(
  next: Next<P>,
  schedule: Schedule,
  { after, now }: Lateness,
): P | undefined {
  let planned = next(schedule, after)
  let due: P | undefined
  while (planned !== undefined && planned.at <= now) {
    due = planned
    planned = next(schedule, planned.at)
  }
  return planned !== undefined && isSameDay(planned.at, now, schedule) ? undefined : due
}

const isSameDay = (one: Date, other: Date, { timeZone }: Schedule): boolean =>
  wallTimeAt(one, timeZone).day === wallTimeAt(other, timeZone).day

/** In days. Two digests are then at least three days apart. */
const LONGEST_WAIT = 4
const WEEKS_AHEAD = 53
const MONTHS_AHEAD = 13
const DAYS_IN_MONTH = 27
const DAYS_IN_YEAR = 366

/** The moment on the first day, from `nominal` on, at which somebody may be written to. */
function sendingAt(nominal: Day, longestWait: number, schedule: Schedule): Date | undefined {
  const { day, time } = outOfQuiet({ day: nominal, time: schedule.time }, schedule.quiet)
  for (let waited = 0; waited <= longestWait; waited += 1) {
    const at = momentAt({ day: plusDays(day, waited), time }, schedule.timeZone)
    // Asked of the wall once more: where clocks jump forward, the moment may have jumped into quiet hours.
    if (isOpen(wallTimeAt(at, schedule.timeZone), schedule)) return at
  }
  return undefined
}

function outOfQuiet({ day, time }: WallTime, quiet: QuietHours): WallTime {
  if (!isQuiet(time, quiet)) return { day, time }
  return { day: time < quiet.to ? day : plusDays(day, 1), time: quiet.to }
}

export const isQuiet = (time: string, { from, to }: QuietHours): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to

const isSnoozed = (day: Day, { snoozes }: Schedule): boolean => snoozes.some(({ from, to }) => day >= from && day <= to)

const isWorkingDay = (day: Day, { holidays }: Schedule): boolean =>
  weekdayOf(day) <= 5 && (holidays === 'none' || !(isJapaneseHoliday(day) || isYearsTurn(day)))

/** Whether somebody may be written to then. */
const isOpen = ({ day, time }: WallTime, schedule: Schedule): boolean =>
  isWorkingDay(day, schedule) && !isSnoozed(day, schedule) && !isQuiet(time, schedule.quiet)
