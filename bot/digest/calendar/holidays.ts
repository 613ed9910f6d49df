import { plusDays, weekdayOf, type Day } from './days.ts'

/**
 * Whether a day is a public holiday in Japan (国民の祝日に関する法律, as it stands since 2022), substitute holidays and days between
 * two holidays included. Holidays of single years by special laws, and future changes of the law, aren't known.
 */
export const isJapaneseHoliday = (day: Day): boolean => isNamed(day) || isSubstitute(day) || isBetween(day)

/** Offices and most firms rest at the turn of the year (行政機関の休日に関する法律, 29 December to 3 January). */
export const isYearsTurn = (day: Day): boolean => day.slice(5) >= '12-29' || day.slice(5) <= '01-03'

/** Article 2. */
function isNamed(day: Day): boolean {
  const monthDay = day.slice(5)
  return FIXED.has(monthDay) || MONDAYS.get(day.slice(5, 7)) === mondayInMonth(day) || isEquinox(day)
}

const FIXED: ReadonlySet<string> = new Set([
  '01-01',
  '02-11',
  '02-23',
  '04-29',
  '05-03',
  '05-04',
  '05-05',
  '08-11',
  '11-03',
  '11-23',
])

/** Which Monday of which month: 成人の日, 海の日, 敬老の日, スポーツの日. */
const MONDAYS: ReadonlyMap<string, number> = new Map([
  ['01', 2],
  ['07', 3],
  ['09', 3],
  ['10', 2],
])

const mondayInMonth = (day: Day): number => (weekdayOf(day) === 1 ? Math.ceil(Number(day.slice(8)) / 7) : 0)

/**
 * The mean day of the equinox in Japan, from 1980 to 2099 (Naval Observatory's formula as printed in 海上保安庁水路部編 新こよみ便利帳).
 * The day itself is announced in February of the year before.
 */
function isEquinox(day: Day): boolean {
  const since1980 = Number(day.slice(0, 4)) - 1980
  const from = { '03': 20.8431, '09': 23.2488 }[day.slice(5, 7)]
  if (from === undefined) return false
  return Number(day.slice(8)) === Math.floor(from + 0.242194 * since1980) - Math.floor(since1980 / 4)
}

/** Article 3 (2): the first day after a holiday on a Sunday that is no holiday itself. */
function isSubstitute(day: Day): boolean {
  const before = plusDays(day, -1)
  return !isNamed(day) && isNamed(before) && (weekdayOf(before) === 7 || reachesSunday(before))
}

/** Holidays in a row that began on a Sunday or ran over it. */
function reachesSunday(day: Day): boolean {
  const before = plusDays(day, -1)
  return isNamed(before) && (weekdayOf(before) === 7 || reachesSunday(before))
}

/** Article 3 (3). */
const isBetween = (day: Day): boolean => !isNamed(day) && isNamed(plusDays(day, -1)) && isNamed(plusDays(day, 1))
