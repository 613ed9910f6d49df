import type { Day } from './days.ts'

/** What calendar and clock on the wall say. `time`: `10:00`. */
export type WallTime = Readonly<{ day: Day; time: string }>

export function wallTimeAt(moment: Date, timeZone: string): WallTime {
  // The Swedish way to write a date is the ISO one.
  const [day = '', time = ''] = formatterFor(timeZone).format(moment).split(' ')
  return { day, time }
}

/**
 * The moment at which the wall says so. A time that is skipped when clocks go forward is counted from before the jump; of one that
 * comes twice when they go back, the first is taken (RFC 5545; "compatible" in Temporal).
 */
export function momentAt({ day, time }: WallTime, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const [before, after] = [-DAY_MS, DAY_MS].map((around) => asUtc - offsetAt(asUtc + around, timeZone))
  return new Date([before, after].find((moment) => says({ day, time }, moment, timeZone)) ?? before ?? asUtc)
}

const DAY_MS = 86_400_000

/** How far the wall is ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const { day, time } = wallTimeAt(new Date(moment), timeZone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(moment / 60_000) * 60_000
}

function says({ day, time }: WallTime, moment = NaN, timeZone: string): boolean {
  const wall = wallTimeAt(new Date(moment), timeZone)
  return wall.day === day && wall.time === time
}

/** Making one takes longer than all the rest. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  FORMATTERS.set(timeZone, made)
  return made
}
