import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asOf, doneSchema, type Done, type Logged } from '../../../bot/checklist/log.ts'
import { progressOf } from '../../../bot/checklist/progress.ts'
import { stateOf, type ChecklistState, type ItemState } from '../../../bot/checklist/state.ts'
import { anyLog, CHECKLIST, deedToItem, listed, logOf, stateIn } from './logs.ts'

const BASIS = { checklist: CHECKLIST, profile: {} }
const read = (log: readonly Logged[]): ChecklistState => stateOf(BASIS, log)

/** How every item stands, without what led there. */
const standings = (state: ChecklistState) => state.items.map((item) => ({ ...item, history: [] }))

const then = (log: readonly Logged[], ...deeds: readonly Done[]): readonly Logged[] => [
  ...log,
  ...logOf(deeds, 'ken').map((entry) => ({ ...entry, seq: entry.seq + log.length, at: '2026-12-01T00:00:00.000Z' })),
]

it('reads every entry of the log back as it was written', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const { done } of log) expect(doneSchema.parse(JSON.parse(JSON.stringify(done)))).toEqual(done)
    }),
  )
})

it('comes to the same state whatever order the entries are handed over in', () => {
  const shuffled = anyLog.chain((log) =>
    fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length })),
  )
  fc.assert(
    fc.property(shuffled, ([log, other]) => {
      expect(read(other)).toEqual(read(log))
    }),
  )
})

it('changes nothing when entries are handed over twice', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      expect(read([...log, ...log])).toEqual(read(log))
    }),
  )
})

it('restores exactly the state before when something is undone', () => {
  fc.assert(
    fc.property(anyLog, deedToItem, (log, deed) => {
      const undone = then(log, deed, { kind: 'undone', undoes: log.length + 1 })
      expect(standings(read(undone))).toEqual(standings(read(log)))
    }),
  )
})

it('restores exactly the state before the undoing when the undoing is undone', () => {
  fc.assert(
    fc.property(anyLog, deedToItem, (log, deed) => {
      const done = then(log, deed)
      const again = then(done, { kind: 'undone', undoes: done.length }, { kind: 'undone', undoes: done.length + 1 })
      expect(read(again)).toEqual(read(done))
    }),
  )
})

it('comes to the same state whoever of two people at two items is first', () => {
  const script = (id: string) =>
    fc.array(deedToItem, { maxLength: 8 }).map((deeds) => deeds.map((deed) => moved(deed, id)))
  fc.assert(
    fc.property(script('CK-05'), script('CK-06'), (one, other) => {
      const first = read(logOf([...one, ...other].map((deed, n) => pointing(deed, n, 0))))
      const second = read(logOf([...other, ...one].map((deed, n) => pointing(deed, n, 0))))
      for (const id of ['CK-05', 'CK-06']) expect(said(stateIn(first, id))).toEqual(said(stateIn(second, id)))
    }),
  )
})

/** The same deed at another item. */
const moved = (deed: Done, item: string): Done =>
  deed.kind === 'undone' ? deed : { ...deed, item, revision: listed(item).revision }

/** What an entry refers to is the one `back` before it, wherever in the log it stands. */
function pointing(deed: Done, n: number, back: number): Done {
  const seq = Math.max(1, n - back)
  if ('added' in deed) return { ...deed, added: seq }
  return 'answer' in deed && deed.kind !== 'answered' ? { ...deed, answer: seq } : deed
}

/** What stands, without the places in the log and the times, which follow from who was first. */
const said = ({ status, given, reopened, confirmed, note, evidence, owner, due, responsible }: ItemState) =>
  JSON.parse(
    JSON.stringify(
      { status, given, reopened, confirmed, note, evidence, owner, due, responsible },
      (key, value: unknown) => (key === 'seq' || key === 'at' ? undefined : value),
    ),
  ) as unknown

it('is as of now what it is', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      expect(read(asOf(log, new Date('2030-01-01')))).toEqual(read(log))
    }),
  )
})

it('is as of an earlier moment what it was then, undoing included', () => {
  fc.assert(
    fc.property(anyLog, fc.nat({ max: 25 }), (log, n) => {
      const then = log[n]
      if (then === undefined) return
      expect(read(asOf(log, new Date(then.at)))).toEqual(read(log.slice(0, n + 1)))
    }),
  )
})

it('counts what a naive recount counts', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      expect(progressOf(read(log))).toEqual(recount(log))
    }),
  )
})

/** Straight from the log, item by item, with nothing of the fold. */
function recount(log: readonly Logged[]): ReturnType<typeof progressOf> {
  const statuses = CHECKLIST.items.map(({ body }) => lastAnswer(body.id, log))
  const count = (status: string): number => statuses.filter((one) => one === status).length
  return {
    applicable: CHECKLIST.items.length - count('not_applicable'),
    assessed: CHECKLIST.items.length - count('not_applicable') - count('open'),
    inPlace: count('done'),
    unknown: count('dont_know'),
    notApplicable: count('not_applicable'),
    apart: 0,
  }
}

function lastAnswer(item: string, log: readonly Logged[]): string {
  const counts = log.filter(({ seq, done }) => done.kind !== 'undone' && done.item === item && !isUndone(seq, log))
  const last = counts.findLast(({ done }) => done.kind === 'answered')
  const opened = counts.some(
    ({ seq, done }) =>
      (done.kind === 'sent_back' || done.kind === 'reopened') && done.answer === last?.seq && seq > last.seq,
  )
  return last?.done.kind !== 'answered' || opened ? 'open' : last.done.answer.status
}

const isUndone = (seq: number, log: readonly Logged[]): boolean =>
  log.some(
    (entry) =>
      entry.done.kind === 'undone' && entry.done.undoes === seq && entry.seq > seq && !isUndone(entry.seq, log),
  )

const about = (id: string) => ({ item: id, revision: listed(id).revision })
const done = (id: string): Done => ({ kind: 'answered', ...about(id), answer: { status: 'done' } })

it('opens an answer that was sent back, with the reason and what it was', () => {
  const state = read(logOf([done('CK-04'), { kind: 'sent_back', ...about('CK-04'), answer: 1, reason: 'Which PCs?' }]))
  expect(stateIn(state, 'CK-04')).toMatchObject({
    status: 'open',
    given: undefined,
    reopened: { because: { kind: 'sent_back', reason: 'Which PCs?', by: 'hana' }, was: [{ status: 'done', seq: 1 }] },
  })
  expect(progressOf(state)).toMatchObject({ assessed: 0, inPlace: 0 })
})

it('leaves a newer answer alone when an older one is sent back or confirmed', () => {
  const log = logOf([
    done('CK-04'),
    { kind: 'answered', ...about('CK-04'), answer: { status: 'not_yet' } },
    { kind: 'sent_back', ...about('CK-04'), answer: 1, reason: 'Which PCs?' },
    { kind: 'confirmed', ...about('CK-04'), answer: 1 },
  ])
  expect(stateIn(read(log), 'CK-04')).toMatchObject({ status: 'not_yet', confirmed: undefined, reopened: undefined })
})

it('keeps a confirmation only as long as the answer it was given to', () => {
  const confirmed = logOf([done('CK-04'), { kind: 'confirmed', ...about('CK-04'), answer: 1 }])
  expect(stateIn(read(confirmed), 'CK-04').confirmed).toMatchObject({ by: 'hana' })
  expect(stateIn(read(then(confirmed, done('CK-04'))), 'CK-04').confirmed).toBeUndefined()
})

it('lists items that have no place in the firm apart, with what was answered to them', () => {
  const log = logOf([done('CK-29')])
  const state = stateOf({ checklist: CHECKLIST, profile: { factory_machines: false } }, log)
  expect(state.apart.map(({ item, status }) => [item.id, status])).toEqual([['CK-29', 'done']])
  expect(progressOf(state)).toMatchObject({ applicable: 29, apart: 1, inPlace: 0 })
})
