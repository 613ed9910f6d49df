import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJapaneseHoliday, isYearsTurn } from '../../../bot/digest/calendar/holidays.ts'
import { isoWeekOf, plusDays, weekdayOf } from '../../../bot/digest/calendar/days.ts'
import { wallTimeAt } from '../../../bot/digest/calendar/zoned-time.ts'
import {
  dueDigests,
  nextDigest,
  nextMonthly,
  nextReminders,
  type PlannedDigest,
  type Schedule,
} from '../../../bot/digest/schedule.ts'

const TUESDAYS: Schedule = {
  timeZone: 'Asia/Tokyo',
  day: 2,
  time: '10:00',
  quiet: { from: '19:00', to: '08:00' },
  snoozes: [],
  holidays: 'japan',
}

/** Noon in Tokyo. */
const noon = (day: string): Date => new Date(`${day}T03:00:00Z`)
const tenInTokyo = (day: string): Date => new Date(`${day}T01:00:00Z`)

const week = (period: string, day: string): PlannedDigest => ({ kind: 'week', period, at: tenInTokyo(day) })

/** All that is planned in a span. */
function planned(next: typeof nextDigest, schedule: Schedule, span: Readonly<{ from: Date; to: Date }>) {
  const found: PlannedDigest[] = []
  for (let one = next(schedule, span.from); one !== undefined && one.at < span.to; one = next(schedule, one.at))
    found.push(one)
  return found
}

describe('the next digest', () => {
  it.each([
    ['the week’s day', '2026-11-20', {}, week('2026-W48', '2026-11-24')],
    ['after this week’s is out, that of the next', '2026-11-24', {}, week('2026-W49', '2026-12-01')],
    ['three holidays in a row: 21 to 23 September 2026', '2026-09-18', {}, week('2026-W39', '2026-09-24')],
    ['Golden Week 2026, whose last day is a substitute', '2026-05-01', {}, week('2026-W19', '2026-05-07')],
    ['a Friday’s holiday puts it off to Monday', '2026-03-17', { day: 5 }, week('2026-W12', '2026-03-23')],
    ['Sunday means Monday', '2026-11-24', { day: 7 }, week('2026-W48', '2026-11-30')],
    ['29 December would wait until 4 January: the 5th tells of both', '2026-12-23', {}, week('2027-W01', '2027-01-05')],
    ['Thursday 31 December goes on 4 January', '2026-12-25', { day: 4 }, week('2026-W53', '2027-01-04')],
    [
      'a pause of two weeks leaves two out',
      '2026-11-20',
      { snoozes: [{ from: '2026-11-23', to: '2026-12-04' }] },
      week('2026-W50', '2026-12-08'),
    ],
    [
      'a pause of one day puts it off by one',
      '2026-11-20',
      { snoozes: [{ from: '2026-11-24', to: '2026-11-24' }] },
      week('2026-W48', '2026-11-25'),
    ],
    ['a firm abroad keeps no holidays of Japan', '2026-09-18', { holidays: 'none' }, week('2026-W39', '2026-09-22')],
  ] as const)('%s', (...[, after, changes, expected]) => {
    expect(nextDigest({ ...TUESDAYS, ...changes }, noon(after))).toEqual(expected)
  })

  it('goes at the end of quiet hours where its time lies in them, on the same morning or the next', () => {
    const at = (time: string) => nextDigest({ ...TUESDAYS, time }, noon('2026-11-20'))?.at
    expect(at('06:00')).toEqual(new Date('2026-11-23T23:00:00Z'))
    expect(at('21:00')).toEqual(new Date('2026-11-24T23:00:00Z'))
  })

  it('stays at ten on the wall in New York when clocks change', () => {
    const york = { ...TUESDAYS, timeZone: 'America/New_York', holidays: 'none' as const }
    const span = { from: new Date('2026-10-26T00:00:00Z'), to: new Date('2026-11-06T00:00:00Z') }
    expect(planned(nextDigest, york, span).map(({ at }) => at.toISOString())).toEqual([
      '2026-10-27T14:00:00.000Z',
      '2026-11-03T15:00:00.000Z',
    ])
  })

  it('never comes to a firm that pauses for years', () => {
    const snoozes = [{ from: '2026-01-01', to: '2030-12-31' }]
    expect(nextDigest({ ...TUESDAYS, snoozes }, noon('2026-11-20'))).toBeUndefined()
  })
})

describe('the monthly page', () => {
  it('is about the month that is over, on the first working day of the next', () => {
    const span = { from: noon('2026-11-20'), to: noon('2027-03-31') }
    expect(planned(nextMonthly, TUESDAYS, span).map(({ period, at }) => [period, at.toISOString()])).toEqual([
      ['2026-11', '2026-12-01T01:00:00.000Z'],
      ['2026-12', '2027-01-04T01:00:00.000Z'],
      ['2027-01', '2027-02-01T01:00:00.000Z'],
      ['2027-02', '2027-03-01T01:00:00.000Z'],
    ])
  })

  it('waits until a pause is over', () => {
    const snoozes = [{ from: '2026-11-25', to: '2026-12-11' }]
    expect(nextMonthly({ ...TUESDAYS, snoozes }, noon('2026-11-20'))).toMatchObject({
      period: '2026-11',
      at: tenInTokyo('2026-12-14'),
    })
  })
})

describe('what is due after an outage', () => {
  const after = noon('2026-11-02')
  const due = (now: string, schedule: Schedule = TUESDAYS) =>
    dueDigests(schedule, { after, now: new Date(now) }).map(({ period }) => period)

  it('is the latest one alone, of each kind', () => {
    expect(due('2026-12-03T03:00:00Z')).toEqual(['2026-W49', '2026-11'])
  })

  it('is nothing at night, on a Saturday, on a holiday and in a pause: it waits', () => {
    expect(due('2026-11-26T12:00:00Z')).toEqual([])
    expect(due('2026-11-28T03:00:00Z')).toEqual([])
    expect(due('2026-11-23T03:00:00Z')).toEqual([])
    expect(due('2026-11-26T03:00:00Z', { ...TUESDAYS, snoozes: [{ from: '2026-11-25', to: '2026-11-27' }] })).toEqual(
      [],
    )
  })

  it('is nothing on the morning on which the next one comes', () => {
    expect(due('2026-12-01T00:00:00Z')).toEqual([])
    expect(due('2026-12-01T01:00:00Z')).toEqual(['2026-W49', '2026-11'])
  })
})

const schedule: fc.Arbitrary<Schedule> = fc.record({
  timeZone: fc.constantFrom(
    'Asia/Tokyo',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Pacific/Kiritimati',
  ),
  day: fc.integer({ min: 1, max: 7 }),
  time: wallTime(),
  quiet: fc.record({ from: wallTime(), to: wallTime() }),
  snoozes: fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 30 }))
      .map(([start, length]) => ({ from: plusDays('2026-01-01', start), to: plusDays('2026-01-01', start + length) })),
    { maxLength: 4 },
  ),
  holidays: fc.constantFrom('japan', 'none'),
})

function wallTime(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
}

const start = fc.integer({ min: 0, max: 500 }).map((day) => new Date(Date.parse('2026-01-01') + day * 86_400_000))

describe('whatever the schedule, in eight time zones', () => {
  const inAYear = (schedule: Schedule, from: Date) => {
    const span = { from, to: new Date(from.getTime() + 200 * 86_400_000) }
    return [nextDigest, nextMonthly].map((next) => planned(next, schedule, span))
  }

  it('writes on working days only, outside quiet hours and pauses', () => {
    fc.assert(
      fc.property(schedule, start, (schedule, from) => {
        for (const { at } of inAYear(schedule, from).flat()) {
          const { day, time } = wallTimeAt(at, schedule.timeZone)
          expect(weekdayOf(day)).toBeLessThanOrEqual(5)
          if (schedule.holidays === 'japan') expect(isJapaneseHoliday(day) || isYearsTurn(day)).toBe(false)
          expect(schedule.snoozes.filter(({ from, to }) => day >= from && day <= to)).toEqual([])
          expect(isInQuiet(time, schedule.quiet)).toBe(false)
        }
      }),
    )
  })

  it('has no period twice, and each later than the one before', () => {
    fc.assert(
      fc.property(schedule, start, (schedule, from) => {
        for (const found of inAYear(schedule, from)) {
          const periods = found.map(({ period }) => period)
          expect(periods).toEqual([...new Set(periods)].toSorted())
        }
      }),
    )
  })

  it('comes in the week it is named after, or on the first working days of the next', () => {
    fc.assert(
      fc.property(schedule, start, (schedule, from) => {
        for (const { period, at } of inAYear(schedule, from)[0] ?? []) {
          const { day } = wallTimeAt(at, schedule.timeZone)
          expect([isoWeekOf(day), isoWeekOf(plusDays(day, -7))]).toContain(period)
        }
      }),
    )
  })

  it('plans the same, from whichever moment between two one looks', () => {
    fc.assert(
      fc.property(schedule, start, fc.nat({ max: 6 * 1440 }), (schedule, from, minutes) => {
        const next = nextDigest(schedule, from)
        const later = new Date(from.getTime() + minutes * 60_000)
        if (next !== undefined && later < next.at) expect(nextDigest(schedule, later)).toEqual(next)
      }),
    )
  })

  it('leaves no week without a digest but for pauses, quiet hours and holidays', () => {
    fc.assert(
      fc.property(schedule, start, (any, from) => {
        const schedule: Schedule = { ...any, day: Math.min(any.day, 5), snoozes: [], holidays: 'none' }
        const quiet = { from: '20:00', to: '07:00' }
        const weeks = inAYear({ ...schedule, time: '10:00', quiet }, from)[0] ?? []
        expect(weeks.length).toBeGreaterThanOrEqual(28)
      }),
    )
  })

  it('reminds once on each working day at most', () => {
    fc.assert(
      fc.property(schedule, start, (schedule, from) => {
        const first = nextReminders(schedule, from)
        const second = first && nextReminders(schedule, first.at)
        if (first === undefined || second === undefined) return
        expect(second.period > first.period).toBe(true)
        expect(isInQuiet(wallTimeAt(second.at, schedule.timeZone).time, schedule.quiet)).toBe(false)
      }),
    )
  })
})

/** Told apart from the code under test, minute by minute of the clock. */
function isInQuiet(time: string, { from, to }: Schedule['quiet']): boolean {
  for (let minute = minutesOf(from); minute !== minutesOf(to); minute = (minute + 1) % 1440)
    if (minute === minutesOf(time)) return true
  return false
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
