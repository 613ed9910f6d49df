import fc from 'fast-check'
import { expect, it } from 'vitest'
import { momentAt, wallTimeAt } from '../../../../bot/digest/calendar/zoned-time.ts'

const ZONES = [
  'Asia/Tokyo',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Pacific/Apia',
] as const

const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))

it.each(ZONES)('comes back to the wall that it came from in %s', (zone) => {
  fc.assert(
    fc.property(moment, (date) => {
      const wall = wallTimeAt(date, zone)
      expect(wallTimeAt(momentAt(wall, zone), zone)).toEqual(wall)
    }),
  )
})

it.each(ZONES)('takes the first of two moments at which the wall in %s says the same', (zone) => {
  fc.assert(
    fc.property(moment, (date) => {
      expect(momentAt(wallTimeAt(date, zone), zone).getTime()).toBeLessThanOrEqual(date.getTime())
    }),
  )
})

/** What tz database and governments say of these nights. */
const NIGHTS: readonly (readonly [zone: string, day: string, time: string, moment: string, why: string])[] = [
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z', 'skipped: 03:30 EDT'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z', 'twice: the first, EDT'],
  ['Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00Z', 'skipped: 02:30 BST'],
  ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00Z', 'twice: the first, BST'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00Z', 'skipped by half an hour: 02:45'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z', 'twice: the first'],
  ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:30:00Z', 'skipped at midnight: 01:30'],
  ['Asia/Tokyo', '2026-11-24', '10:00', '2026-11-24T01:00:00Z', 'no summer time'],
]

it.each(NIGHTS)('%s, %s %s is %s (%s)', (...[timeZone, day, time, expected]) => {
  expect(momentAt({ day, time }, timeZone)).toEqual(new Date(expected))
})
