import type { Outcome } from '../bot/reply.ts'
import type { Answered } from './answered.ts'
import { isInScope, type InScope } from './cases.ts'
import { areaUnderCurve, percentile, refusedAt } from './statistics.ts'

/** Share of in-scope questions that must be kept when abstention is measured. */
const KEPT = 0.95

const ANSWERING: ReadonlySet<Outcome> = new Set(['answered', 'ask_back'])

export type Found = Readonly<{ n: number; 'hit@1': number; 'hit@3': number; mrr: number; kept: number }>
export type Refused = Readonly<{ n: number; refused: number; asExpected: number }>

export type Report = Readonly<{
  found: Readonly<Record<string, Found>>
  refused: Readonly<Record<string, Refused>>
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
}>

export function score(answered: readonly Answered[]): Report {
  const found = answered.filter(({ case: one }) => isInScope(one))
  const outside = answered.filter(({ case: one }) => !isInScope(one))
  const latencies = answered.map(({ elapsedMs }) => elapsedMs)
  return {
    found: foundByGroup(found),
    refused: Object.fromEntries(
      [...Map.groupBy(outside, ({ case: one }) => one.kind)].map(([kind, group]) => [kind, refusalOf(group)]),
    ),
    abstention: abstentionOf(found, outside),
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), p99: percentile(latencies, 0.99) },
    misses: found.filter((one) => rankOf(one) !== 1).map(missOf),
  }
}

/** 1 for the first id; Infinity where none of the acceptable ones is among them. */
export function rankOf({ case: one, ids }: Answered): number {
  if (!isInScope(one)) return Infinity
  const right = new Set([one.gold, ...one.accept])
  const index = ids.findIndex((id) => right.has(id))
  return index === -1 ? Infinity : index + 1
}

function foundByGroup(found: readonly Answered[]): Record<string, Found> {
  const named = (group: readonly Answered[], name: (one: InScope) => string): [string, readonly Answered[]][] => [
    ...Map.groupBy(group, ({ case: one }) => (isInScope(one) ? name(one) : '')),
  ]
  const clauses = found.filter(({ case: one }) => one.kind === 'clause')
  const others = found.filter(({ case: one }) => one.kind !== 'clause')
  const groups = [
    ...named(clauses, ({ lang }) => lang),
    ...named(clauses, ({ lang, style }) => `${lang} ${style ?? 'plain'}`).sort(),
    ...named(others, ({ kind, lang }) => (kind === 'id' ? 'ids' : `${kind} ${lang}`)).sort(),
  ]
  return Object.fromEntries(groups.map(([name, group]) => [name, foundOf(group)]))
}

function foundOf(group: readonly Answered[]): Found {
  const ranks = group.map(rankOf)
  return {
    n: group.length,
    'hit@1': share(ranks, (rank) => rank === 1),
    'hit@3': share(ranks, (rank) => rank <= 3),
    mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length),
    kept: share(group, ({ outcome }) => ANSWERING.has(outcome)),
  }
}

const refusalOf = (group: readonly Answered[]): Refused => ({
  n: group.length,
  refused: share(group, ({ outcome }) => !ANSWERING.has(outcome)),
  asExpected: share(group, ({ case: one, outcome }) => !isInScope(one) && outcome === one.expect),
})

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

const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / Math.max(1, all.length)
