/** A day of the calendar as `2026-11-24`, which is the same everywhere. */
export type Day = string

const DAY_MS = 86_400_000

export const plusDays = (day: Day, days: number): Day => dayAt(momentOf(day) + days * DAY_MS)

/** ISO: Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(momentOf(day)).getUTCDay() || 7

/** The Monday of that day's week. */
export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day))

/** ISO 8601: `2026-W48`. A week belongs to the year that its Thursday is in. */
export function isoWeekOf(day: Day): string {
  const thursday = plusDays(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const nth = (momentOf(thursday) - momentOf(`${year}-01-01`)) / DAY_MS
  return `${year}-W${String(Math.floor(nth / 7) + 1).padStart(2, '0')}`
}

/** `2026-11`. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** The first of the month after that day's. */
export const nextMonth = (day: Day): Day => `${monthOf(plusDays(`${monthOf(day)}-01`, 31))}-01`

const momentOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayAt = (moment: number): Day => new Date(moment).toISOString().slice(0, 10)
