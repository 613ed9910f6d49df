import { expect, it } from 'vitest'
import { isJapaneseHoliday } from '../../../../bot/digest/calendar/holidays.ts'
import { plusDays } from '../../../../bot/digest/calendar/days.ts'

/** As the Cabinet Office lists them (内閣府「国民の祝日について」), substitute holidays and days between two included. */
const LISTED = {
  2024: '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
  2025: '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
  2026: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  2027: '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
}

it.each(Object.entries(LISTED))('knows the public holidays of %s, and no others', (year, days) => {
  const all = Array.from({ length: 366 }, (_, n) => plusDays(`${year}-01-01`, n)).filter((day) => day.startsWith(year))
  expect(all.filter(isJapaneseHoliday)).toEqual(days.split(' ').map((day) => `${year}-${day}`))
})

it('makes Tuesday 22 September 2026 a holiday, which lies between two', () => {
  expect(['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'].map(isJapaneseHoliday)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

it('puts a Sunday’s holiday off over those that follow it: 3 May 2026 makes the 6th one', () => {
  expect(isJapaneseHoliday('2026-05-06')).toBe(true)
  expect(isJapaneseHoliday('2027-05-06')).toBe(false)
})
