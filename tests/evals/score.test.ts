import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../bot/reply.ts'
import type { Answered } from '../../evals/answered.ts'
import type { InScope, OutOfScope } from '../../evals/cases.ts'
import { rankOf, score } from '../../evals/score.ts'

type Got = Readonly<{
  outcome?: Outcome
  ids?: readonly string[]
  ranked?: readonly string[]
  confidence?: number
  elapsedMs?: number
}>

const answered = (
  one: Answered['case'],
  { outcome = 'answered', ids = [], ranked = ids, confidence = 1, elapsedMs = 1 }: Got,
): Answered => ({
  case: one,
  outcome,
  ids,
  ranked,
  confidence,
  elapsedMs,
  read: { lang: one.lang, texts: [] },
})

const wanting = (changes: Partial<InScope> = {}): InScope => ({
  id: 'd-1',
  lang: 'en',
  kind: 'clause',
  q: 'a question',
  gold: 'A',
  accept: [],
  ...changes,
})

const outside = (kind: OutOfScope['kind'], expected: OutOfScope['expect']): OutOfScope => ({
  id: 'o-1',
  lang: 'en',
  kind,
  q: 'something else',
  expect: expected,
})

describe('the rank of an answer', () => {
  it.each<readonly [string, Answered, number]>([
    ['right at once', answered(wanting(), { ids: ['A', 'B'] }), 1],
    ['right second', answered(wanting(), { ids: ['B', 'A'] }), 2],
    ['nearly as right', answered(wanting({ accept: ['C', 'B'] }), { ids: ['B', 'A'] }), 1],
    ['wrong', answered(wanting(), { ids: ['B'] }), Infinity],
    ['nothing found', answered(wanting(), {}), Infinity],
    ['nothing to find', answered(outside('far', 'not_covered'), { ids: ['A'] }), Infinity],
  ])('%s', (_, one, rank) => {
    expect(rankOf(one)).toBe(rank)
  })
})

it('counts what was found by language and style, numbered questions apart', () => {
  const { found, misses } = score([
    answered(wanting({ style: 'story' }), { ids: ['A'] }),
    answered(wanting({ style: 'story', id: 'd-2' }), { ids: ['B', 'C', 'D', 'A'], outcome: 'ask_back' }),
    answered(wanting({ lang: 'ja', id: 'd-3' }), { outcome: 'not_covered' }),
    answered(wanting({ kind: 'id', id: 'd-4' }), { ids: ['B', 'A'] }),
  ])
  const none = { n: 1, 'hit@1': 0, 'hit@3': 0, mrr: 0, 'ndcg@10': 0, kept: 0 }
  const stories = {
    n: 2,
    'hit@1': 0.5,
    'hit@3': 0.5,
    mrr: (1 + 1 / 4) / 2,
    'ndcg@10': (1 + 1 / Math.log2(5)) / 2,
    kept: 1,
  }
  expect(found).toEqual({
    en: stories,
    ja: none,
    'en story': stories,
    'ja plain': none,
    ids: { n: 1, 'hit@1': 0, 'hit@3': 1, mrr: 0.5, 'ndcg@10': 1 / Math.log2(3), kept: 1 },
  })
  expect(misses.map(({ id, gold, got, outcome }) => ({ id, gold, got, outcome }))).toEqual([
    { id: 'd-2', gold: 'A', got: ['B', 'C', 'D', 'A'], outcome: 'ask_back' },
    { id: 'd-3', gold: 'A', got: [], outcome: 'not_covered' },
    { id: 'd-4', gold: 'A', got: ['B', 'A'], outcome: 'answered' },
  ])
})

it('counts as refused what was neither answered nor asked back, and as expected what ended so', () => {
  const { refused } = score([
    answered(outside('far', 'not_covered'), { outcome: 'not_covered' }),
    answered(outside('far', 'not_covered'), { outcome: 'smalltalk' }),
    answered(outside('far', 'not_covered'), { outcome: 'ask_back', ids: ['A'] }),
    answered(outside('claim', 'no_claim'), { outcome: 'answered', ids: ['A'] }),
  ])
  expect(refused).toEqual({
    far: { n: 3, refused: 2 / 3, asExpected: 1 / 3 },
    claim: { n: 1, refused: 0, asExpected: 0 },
    'claim en': { n: 1, refused: 0, asExpected: 0 },
    'far en': { n: 3, refused: 2 / 3, asExpected: 1 / 3 },
  })
})

it('takes words for an incident as an answer, not as a refusal', () => {
  const { found, refused } = score([
    answered(wanting(), { outcome: 'incident', ids: ['A'] }),
    answered(outside('near', 'not_covered'), { outcome: 'incident', ids: ['A'] }),
  ])
  expect([found['en']?.kept, refused['near']?.refused]).toEqual([1, 0])
})

describe('nDCG of a ranking', () => {
  const one = wanting({ accept: ['C'] })
  it.each<readonly [string, readonly string[], number]>([
    ['is 1 with the best entry before the accepted one', ['A', 'C', 'B'], 1],
    // (1 + 2/log2(3)) / (2 + 1/log2(3))
    ['is less with the accepted one first', ['C', 'A'], 0.8597],
    ['counts what the search found below what was cited', ['B', 'D', 'A'], 0.3801],
    ['is 0 with neither among them', ['B'], 0],
  ])('%s', (_, ranked, expected) => {
    expect(score([answered(one, { ids: ['B'], ranked })]).found['en']?.['ndcg@10']).toBeCloseTo(expected, 4)
  })
})

it('counts a conversation as right only where every turn is', () => {
  const turn = (id: string, thread: string, ids: readonly string[]): Answered =>
    answered(wanting({ id, thread, kind: 'follow_up' }), { ids })
  const { conversations } = score([
    turn('1', 'good', ['A']),
    turn('2', 'good', ['A', 'B']),
    turn('3', 'bad', ['A']),
    turn('4', 'bad', ['B', 'A']),
    answered(wanting(), { ids: ['B'] }),
  ])
  expect(conversations).toEqual({ n: 2, right: 0.5 })
})

it('says of every case how it ended and whether that was right, and never what was asked', () => {
  const { cases } = score([
    answered(wanting({ accept: ['C'], style: 'story' }), { ids: ['C'] }),
    answered(wanting({ id: 'd-2', kind: 'scs' }), { ids: ['B', 'A'], outcome: 'ask_back' }),
    answered(outside('far', 'not_covered'), { outcome: 'not_covered' }),
  ])
  expect(cases).toEqual([
    { id: 'd-1', group: 'en', right: true, outcome: 'answered', ids: ['C'] },
    { id: 'd-2', group: 'scs en', right: false, outcome: 'ask_back', ids: ['B', 'A'] },
    { id: 'o-1', group: 'far', right: true, outcome: 'not_covered', ids: [] },
  ])
})

describe('abstention', () => {
  it('is measured by confidence; what was no question to the corpus counts as refused', () => {
    const { abstention } = score([
      answered(wanting(), { confidence: 0.9, ids: ['A'] }),
      answered(wanting(), { confidence: 0.4, outcome: 'not_covered' }),
      answered(outside('far', 'not_covered'), { confidence: 1, outcome: 'smalltalk' }),
      answered(outside('far', 'not_covered'), { confidence: 0.5, outcome: 'answered' }),
      answered(outside('near', 'not_covered'), { confidence: 0.4, outcome: 'not_covered' }),
    ])
    // Six pairs: 0.9 is above all three; 0.4 is above 0 (the small talk), below 0.5, and ties with 0.4.
    expect(abstention.auroc).toBeCloseTo((3 + 1 + 0.5) / 6, 10)
    expect(abstention.refusedAt95Kept).toEqual({ far: 0.5, near: 0 })
  })

  it('leaves out numbered questions, small talk and claims', () => {
    const { abstention } = score([
      answered(wanting(), { confidence: 0.9, ids: ['A'] }),
      answered(wanting({ kind: 'id' }), { confidence: 0, ids: ['A'] }),
      answered(outside('far', 'not_covered'), { confidence: 0.1, outcome: 'not_covered' }),
      answered(outside('claim', 'no_claim'), { confidence: 0.95, outcome: 'answered' }),
      answered(outside('smalltalk', 'smalltalk'), { confidence: 0.95, outcome: 'answered' }),
    ])
    expect(abstention).toEqual({ auroc: 1, refusedAt95Kept: { far: 1, near: 0 } })
  })
})

it('gives the percentiles of how long answers took', () => {
  const all = Array.from({ length: 100 }, (_, n) => answered(wanting(), { ids: ['A'], elapsedMs: 100 - n }))
  expect(score(all).latencyMs).toEqual({ p50: 50, p95: 95, p99: 99 })
})

it('has a report even of nothing', () => {
  const { misses, refused, latencyMs } = score([])
  expect([misses, refused, latencyMs]).toEqual([[], {}, { p50: 0, p95: 0, p99: 0 }])
})
