import type { Outcome } from '../bot/reply.ts'
import { DEPTH, type Answered } from './answered.ts'
import { isInScope, type Case, type InScope } from './cases.ts'
import { areaUnderCurve, ndcg, percentile, refusedAt } from './statistics.ts'

/** Share of in-scope questions that must be kept when abstention is measured. */
const KEPT = 0.95

const ANSWERING: ReadonlySet<Outcome> = new Set(['answered', 'ask_back', 'incident'])

export type Found = Readonly<{
  n: number
  'hit@1': number
  'hit@3': number
  mrr: number
  'ndcg@10': number
  kept: number
}>
export type Refused = Readonly<{ n: number; refused: number; asExpected: number }>

/** How one case ended; what `eval compare` reads. */
export type Ended = Readonly<{ id: string; group: string; right: boolean; outcome: Outcome; ids: readonly string[] }>

export type Report = Readonly<{
  found: Readonly<Record<string, Found>>
  refused: Readonly<Record<string, Refused>>
  /** Conversations, and the share of them whose every turn was right. */
  conversations: Readonly<{ n: number; right: number }>
  /** How well confidence tells covered questions from far and near ones. */
  abstention: Readonly<{ auroc: number; refusedAt95Kept: Readonly<Record<string, number>> }>
  latencyMs: Readonly<{ p50: number; p95: number; p99: number }>
  misses: readonly Readonly<{
    id: string
    lang: string
    q: string
    gold: string
    got: readonly string[]
    outcome: Outcome
  }>[]
  cases: readonly Ended[]
}>

export function score(answered: readonly Answered[]): Report {
  const found = answered.filter(({ case: one }) => isInScope(one))
  const outside = answered.filter(({ case: one }) => !isInScope(one))
  const latencies = answered.map(({ elapsedMs }) => elapsedMs)
  return {
    found: foundByGroup(found),
    refused: refusedByGroup(outside),
    conversations: conversationsIn(answered),
    abstention: abstentionOf(found, outside),
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), p99: percentile(latencies, 0.99) },
    misses: found.filter((one) => rankOf(one) !== 1).map(missOf),
    cases: answered.map(endOf),
  }
}

/** 1 for the first id; Infinity where none of the acceptable ones is among them. */
export function rankOf({ case: one, ids }: Answered): number {
  if (!isInScope(one)) return Infinity
  const right = new Set([one.gold, ...one.accept])
  const index = ids.findIndex((id) => right.has(id))
  return index === -1 ? Infinity : index + 1
}

/** The right entry came first, or what has no answer ended as it should. */
const isRight = (one: Answered): boolean => (isInScope(one.case) ? rankOf(one) === 1 : one.outcome === one.case.expect)

/** Clauses by language alone; what has no answer by its kind. */
function groupOf(one: Case): string {
  if (!isInScope(one)) return one.kind
  if (one.kind === 'clause') return one.lang
  return one.kind === 'id' ? 'ids' : `${one.kind} ${one.lang}`
}

function foundByGroup(found: readonly Answered[]): Record<string, Found> {
  const named = (group: readonly Answered[], name: (one: InScope) => string): [string, readonly Answered[]][] => [
    ...Map.groupBy(group, ({ case: one }) => (isInScope(one) ? name(one) : '')),
  ]
  const clauses = found.filter(({ case: one }) => one.kind === 'clause')
  const others = found.filter(({ case: one }) => one.kind !== 'clause')
  const groups = [
    ...named(clauses, groupOf),
    ...named(clauses, ({ lang, style }) => `${lang} ${style ?? 'plain'}`).sort(),
    ...named(others, groupOf).sort(),
  ]
  return Object.fromEntries(groups.map(([name, group]) => [name, foundOf(group)]))
}

function foundOf(group: readonly Answered[]): Found {
  const ranks = group.map(rankOf)
  return {
    n: group.length,
    'hit@1': share(ranks, (rank) => rank === 1),
    'hit@3': share(ranks, (rank) => rank <= 3),
    mrr: mean(ranks.map((rank) => 1 / rank)),
    'ndcg@10': mean(group.map(gainOf)),
    kept: share(group, ({ outcome }) => ANSWERING.has(outcome)),
  }
}

/** nDCG with 2 for the best entry and 1 for each accepted one. */
function gainOf({ case: one, ranked }: Answered): number {
  if (!isInScope(one)) return 0
  return ndcg(ranked, new Map([...one.accept.map((id) => [id, 1] as const), [one.gold, 2]]), DEPTH)
}

/** By kind, then by kind and language. */
function refusedByGroup(outside: readonly Answered[]): Record<string, Refused> {
  const groups = [
    ...Map.groupBy(outside, ({ case: one }) => one.kind),
    ...[...Map.groupBy(outside, ({ case: one }) => `${one.kind} ${one.lang}`)].sort(),
  ]
  return Object.fromEntries(groups.map(([name, group]) => [name, refusalOf(group)]))
}

const refusalOf = (group: readonly Answered[]): Refused => ({
  n: group.length,
  refused: share(group, ({ outcome }) => !ANSWERING.has(outcome)),
  asExpected: share(group, isRight),
})

function conversationsIn(answered: readonly Answered[]): Report['conversations'] {
  const threads = Map.groupBy(answered, ({ case: one }) => one.thread)
  threads.delete(undefined)
  return { n: threads.size, right: share([...threads.values()], (turns) => turns.every(isRight)) }
}

function abstentionOf(found: readonly Answered[], outside: readonly Answered[]): Report['abstention'] {
  const kept = found.filter(({ case: one }) => one.kind !== 'id' && one.kind !== 'follow_up').map(coverage)
  const of = (kind: string): number[] => outside.filter(({ case: one }) => one.kind === kind).map(coverage)
  return {
    auroc: areaUnderCurve(kept, [...of('far'), ...of('near')]),
    refusedAt95Kept: { far: refusedAt(kept, of('far'), KEPT), near: refusedAt(kept, of('near'), KEPT) },
  }
}

/** Small talk and claims are answered with confidence 1, as nothing was asked of the corpus: they count as refused. */
const coverage = ({ outcome, confidence }: Answered): number =>
  ANSWERING.has(outcome) || outcome === 'not_covered' ? confidence : 0

const missOf = ({ case: one, ids, outcome }: Answered): Report['misses'][number] => ({
  id: one.id,
  lang: one.lang,
  q: one.q,
  gold: isInScope(one) ? one.gold : '',
  got: ids,
  outcome,
})

const endOf = (one: Answered): Ended => ({
  id: one.case.id,
  group: groupOf(one.case),
  right: isRight(one),
  outcome: one.outcome,
  ids: one.ids,
})

const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / Math.max(1, all.length)
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
