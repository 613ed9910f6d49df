import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isoWeekOf, mondayOf, nextMonth, plusDays, weekdayOf } from '../../../../bot/digest/calendar/days.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

it.each([
  ['2026-12-28', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2023-01-01', '2022-W52'],
])('%s is in %s', (date, week) => {
  expect(isoWeekOf(date)).toBe(week)
})

it('gives the seven days of a week one name, and the next week another', () => {
  fc.assert(
    fc.property(day, (date) => {
      const week = Array.from({ length: 7 }, (_, n) => plusDays(mondayOf(date), n))
      expect(week).toContain(date)
      expect(new Set(week.map(isoWeekOf)).size).toBe(1)
      expect(isoWeekOf(plusDays(mondayOf(date), 7))).not.toBe(isoWeekOf(date))
      expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7])
    }),
  )
})

it('has 4 January in a year’s first week', () => {
  for (let year = 1990; year < 2090; year += 1) expect(isoWeekOf(`${year}-01-04`)).toBe(`${year}-W01`)
})

it('begins the next month on its first', () => {
  expect(['2026-01-31', '2026-12-01', '2028-02-29'].map(nextMonth)).toEqual(['2026-02-01', '2027-01-01', '2028-03-01'])
})
