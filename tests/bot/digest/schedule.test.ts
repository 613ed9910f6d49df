import { expect, it } from 'vitest'
import { nextDigest, type Schedule } from '../../../bot/digest/schedule.ts'

const TOKYO: Schedule = {
  timeZone: 'Asia/Tokyo',
  day: 2,
  time: '10:00',
  quiet: { from: '19:00', to: '08:00' },
  snoozes: [],
  holidays: 'japan',
}

it('goes on the next day that is no holiday: Tuesday 22 September 2026 lies between two', () => {
  expect(nextDigest(TOKYO, new Date('2026-09-18T00:00:00Z'))).toEqual({
    kind: 'week',
    period: '2026-W39',
    at: new Date('2026-09-24T01:00:00Z'),
  })
})
