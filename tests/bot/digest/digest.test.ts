import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOf, type Logged } from '../../../bot/checklist/log.ts'
import { claimsAboutSomebody } from '../../../bot/answering/guard.ts'
import { CHECKLIST } from '../checklist/logs.ts'
import { about, answered, anyWeeks, digest, firm, logOn, member, TUESDAY } from './weeks.ts'

const WEEK_MS = 7 * 86_400_000
const ids = (named: readonly Readonly<{ id: string }>[]) => named.map(({ id }) => id)

describe('every number', () => {
  it('is what a recount of the log gives, item by item, at this digest and at the one before', () => {
    fc.assert(
      fc.property(anyWeeks, (log) => {
        const before = recount(asOf(log, new Date(TUESDAY.getTime() - WEEK_MS)))
        const now = recount(log)
        const told = digest({ log })
        expect(told.now).toEqual(numbersIn(now))
        expect(told.before).toEqual(numbersIn(before))
        expect(ids(told.unknowns)).toEqual(itemsThat(now, 'dont_know'))
        const already = new Set(itemsThat(before, 'done'))
        expect(ids(told.done)).toEqual(itemsThat(now, 'done').filter((id) => !already.has(id)))
        const left = CHECKLIST.items.length - itemsThat(now, 'done', 'not_applicable').length
        expect(told.waiting.us + told.waiting.vendor + told.waiting.shared).toBe(left)
      }),
    )
  })

  it('of the trend is what the log gave a week earlier each, from the week on in which the firm began', () => {
    fc.assert(
      fc.property(anyWeeks, (log) => {
        const weeks = Array.from({ length: 8 }, (_, n) => asOf(log, new Date(TUESDAY.getTime() - (7 - n) * WEEK_MS)))
        const begun = weeks.filter((entries) => entries.length > 0)
        expect(digest({ log }).trend).toEqual(begun.map((entries) => itemsThat(recount(entries), 'done').length))
      }),
    )
  })

  it('is the same however late the digest is composed, whatever happened since', () => {
    fc.assert(
      fc.property(anyWeeks, anyWeeks, (log, later) => {
        const since = later.map((entry) => ({ ...entry, seq: entry.seq + log.length, at: '2026-11-24T01:00:00.001Z' }))
        expect(digest({ log: [...log, ...since] })).toEqual(digest({ log }))
      }),
    )
  })
})

/** Straight from the log, with nothing of the fold. */
type Recount = Readonly<Record<string, string>>

function recount(log: readonly Logged[]): Recount {
  return Object.fromEntries(CHECKLIST.items.map(({ body }) => [body.id, lastAnswer(body.id, log)]))
}

function lastAnswer(item: string, log: readonly Logged[]): string {
  const counting = log.filter(({ seq, done }) => done.kind !== 'undone' && done.item === item && !isUndone(seq, log))
  const last = counting.findLast(({ done }) => done.kind === 'answered')
  const opened = counting.some(
    ({ seq, done }) =>
      (done.kind === 'sent_back' || done.kind === 'reopened') && done.answer === last?.seq && seq > last.seq,
  )
  return last?.done.kind !== 'answered' || opened ? 'open' : last.done.answer.status
}

const isUndone = (seq: number, log: readonly Logged[]): boolean =>
  log.some(
    ({ seq: later, done }) => done.kind === 'undone' && done.undoes === seq && later > seq && !isUndone(later, log),
  )

const itemsThat = (recounted: Recount, ...statuses: readonly string[]): readonly string[] =>
  CHECKLIST.items.map(({ body }) => body.id).filter((id) => statuses.includes(recounted[id] ?? ''))

function numbersIn(recounted: Recount) {
  const count = (...statuses: readonly string[]) => itemsThat(recounted, ...statuses).length
  return {
    applicable: CHECKLIST.items.length - count('not_applicable'),
    assessed: count('done', 'partly', 'not_yet', 'dont_know'),
    inPlace: count('done'),
    unknown: count('dont_know'),
    notApplicable: count('not_applicable'),
    apart: 0,
  }
}

describe('dates', () => {
  it('of items are told when they are past or within a week, the nearest first, of what is left only', () => {
    const due = (item: string, day: string) => ({ kind: 'due_set', ...about(item), due: day }) as const
    const log = logOn(
      ['2026-11-02', due('CK-04', '2026-11-25')],
      ['2026-11-02', due('CK-05', '2026-11-20')],
      ['2026-11-02', due('CK-06', '2026-11-24')],
      ['2026-11-02', due('CK-07', '2026-12-02')],
      ['2026-11-02', due('CK-08', '2026-11-19')],
      ['2026-11-03', answered('CK-08', 'done')],
    )
    const { overdue, soon } = digest({ log })
    expect(overdue).toMatchObject([{ id: 'CK-05', day: '2026-11-20', days: -4 }])
    expect(soon.map(({ id, days }) => [id, days])).toEqual([
      ['CK-06', 0],
      ['CK-04', 1],
    ])
  })

  it('of evidence are told a month ahead, where something rests on it', () => {
    const evidence = (item: string, expires: string) => {
      const link = { kind: 'link', url: 'https://example.jp/a', expires } as const
      return { kind: 'evidence_added', ...about(item), evidence: link } as const
    }
    const log = logOn(
      ['2026-11-02', answered('CK-04', 'done')],
      ['2026-11-02', evidence('CK-04', '2027-04-01')],
      ['2026-11-02', evidence('CK-04', '2026-12-24')],
      ['2026-11-02', answered('CK-05', 'done')],
      ['2026-11-02', evidence('CK-05', '2026-12-25')],
      ['2026-11-02', evidence('CK-06', '2026-11-30')],
    )
    expect(digest({ log }).expiring).toMatchObject([{ id: 'CK-04', day: '2026-12-24', days: 30 }])
  })

  it('of customers are told, the nearest first and those without one last', () => {
    const requests = [
      { who: 'A', what: '★3' },
      { who: 'B', what: 'a form', by: '2027-03-31' },
      { who: 'C', what: 'a clause', by: '2026-11-20' },
    ]
    const told = digest({ firm: { ...firm, profile: { requests } } }).requests
    expect(told.map(({ who, days }) => [who, days])).toEqual([
      ['C', -4],
      ['B', 127],
      ['A', undefined],
    ])
  })
})

describe('the decision', () => {
  const owned = (item: string, due: string) =>
    [
      ['2026-11-02', { kind: 'owner_set', ...about(item), owner: 'ken' }],
      ['2026-11-02', { kind: 'due_set', ...about(item), due }],
    ] as const

  it('is about work that is known to be left, before questions that nobody has answered', () => {
    expect(digest().decision?.id).toBe('CK-01')
    expect(digest({ log: logOn(['2026-11-20', answered('CK-09', 'not_yet')]) }).decision?.id).toBe('CK-09')
  })

  it('passes over what has an owner and a day to come, and comes back to it when the day is past', () => {
    const left = ['2026-11-02', answered('CK-09', 'not_yet')] as const
    const id = (due: string) => digest({ log: logOn(left, ...owned('CK-09', due)) }).decision?.id
    expect(id('2026-11-24')).toBe('CK-01')
    expect(id('2026-11-23')).toBe('CK-09')
  })

  it('passes over what was put off until its day', () => {
    const left = ['2026-11-02', answered('CK-09', 'not_yet')] as const
    const id = (until: string) =>
      digest({ log: logOn(left, ['2026-11-03', { kind: 'put_off', ...about('CK-09'), until }]) }).decision?.id
    expect(id('2026-11-25')).toBe('CK-01')
    expect(id('2026-11-24')).toBe('CK-09')
  })

  it('is none where everything is in place', () => {
    const log = logOn(...CHECKLIST.items.map(({ body }) => ['2026-11-20', answered(body.id, 'done')] as const))
    expect(digest({ log }).decision).toBeUndefined()
  })
})

describe('questions that the corpus could not answer', () => {
  const told = (people: number, inFirm: number) =>
    digest({
      unanswered: { questions: 7, people },
      members: Array.from({ length: inFirm }, (_, n) => member(`m${n}`)),
    }).unanswered

  it('are counted where at least three of at least five people asked', () => {
    expect(told(3, 5)).toBe(7)
  })

  it('are not counted where the number would say who asked', () => {
    expect([told(2, 50), told(3, 4), told(1, 1)]).toEqual([undefined, undefined, undefined])
  })

  it('do not count who has left, or has two accounts, as people of the firm', () => {
    const members = [member('a'), member('b'), member('c'), member('d'), member('e', { left: true })]
    const twice = [...members.slice(0, 4), member('f', { is: 'a' })]
    const unanswered = { questions: 7, people: 4 }
    expect(digest({ unanswered, members }).unanswered).toBeUndefined()
    expect(digest({ unanswered, members: twice }).unanswered).toBeUndefined()
  })
})

describe('a question that reads otherwise than when it was answered', () => {
  const log = logOn([
    '2026-11-02',
    { kind: 'answered', item: 'CK-04', revision: '1-00000000', answer: { status: 'done' } },
  ])

  it('is told of, and of no other', () => {
    expect(ids(digest({ log }).changed)).toEqual(['CK-04'])
    expect(digest({ log: logOn(['2026-11-02', answered('CK-04', 'done')]) }).changed).toEqual([])
  })

  it('makes no quiet week when a new corpus brought it, and may be quiet after that', () => {
    const previous = { at: new Date('2026-11-17T01:00:00Z'), corpus: 'the one before' }
    expect(digest({ log, previous }).quiet).toBe(false)
    expect(digest({ log }).quiet).toBe(true)
  })
})

describe('a quiet week', () => {
  const log = logOn(['2026-11-02', answered('CK-04', 'done')])

  it('is one in which nothing was done and nothing presses', () => {
    expect(digest({ log }).quiet).toBe(true)
  })

  it.each([
    ['something was done', { log: [...log, ...logOn(['2026-11-18', answered('CK-05', 'done')])] }],
    ['it is the first', { previous: undefined, log }],
    ['a date is near', { log: logOn(['2026-11-02', { kind: 'due_set', ...about('CK-05'), due: '2026-11-30' }]) }],
    [
      'a customer waits for an answer soon',
      { log, firm: { ...firm, profile: { requests: [{ who: 'A', what: 'B', by: '2026-12-24' }] } } },
    ],
    ['many asked what the corpus has nothing on', { log, unanswered: { questions: 3, people: 3 } }],
  ])('is not one in which %s', (_, changes) => {
    expect(digest(changes).quiet).toBe(false)
  })
})

describe('a month', () => {
  const month = (at: string) => ({ kind: 'month', period: '2026-10', at: new Date(at) }) as const
  const log = logOn(
    ['2026-09-15', answered('CK-02', 'done')],
    ['2026-10-15', answered('CK-04', 'done')],
    ['2026-11-01', answered('CK-05', 'done')],
  )

  it('tells of what was done in it, from its first day to its last in the firm’s time zone', () => {
    const told = digest({ log, planned: month('2026-11-02T01:00:00Z') })
    expect(told).toMatchObject({ since: '2026-10-01', before: { inPlace: 1 }, now: { inPlace: 2 } })
    expect(ids(told.done)).toEqual(['CK-04'])
  })

  it('reads the same whenever it is printed later', () => {
    const { today, ...told } = digest({ log, planned: month('2026-11-02T01:00:00Z') })
    const { today: later, ...again } = digest({ log, planned: month('2026-11-09T01:00:00Z') })
    expect([today, later]).toEqual(['2026-11-02', '2026-11-09'])
    expect(again).toEqual(told)
  })
})

it('says nothing of a person, and claims nothing', () => {
  fc.assert(
    fc.property(anyWeeks, (log) => {
      const text = JSON.stringify(digest({ log }))
      expect(text).not.toMatch(/hana|ken/u)
      expect(text.split('"').filter(claimsAboutSomebody)).toEqual([])
    }),
  )
})
