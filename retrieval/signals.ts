import { isEntry, type Shelf } from './indexable.ts'

/**
 * What the gate looks at, for one question. None grows with the length of the question alone, as a raw BM25 score does.
 * `ahead`: fused score of the best entry over the best thing outside the corpus. `height`: fused score of the best entry.
 * `margin`: best over second-best entry. `known`: share of the question's rare words the corpus knows. `cosine`: of the
 * best entry. `agree`: 1 where words and vectors put the same entry first.
 */
export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>
export const SIGNALS = ['ahead', 'height', 'margin', 'known', 'cosine', 'agree'] as const

type Scored = Readonly<{
  lexical: Float32Array
  known: number
  dense: Float32Array
  fused: Float32Array
  /** Entry numbers, best first. */
  order: readonly number[]
  shelfOf: (entry: number) => Shelf
}>

export function signalsOf({ lexical, known, dense, fused, order, shelfOf }: Scored): Signals {
  const entries = order.filter((entry) => isEntry(shelfOf(entry)))
  const [first = 0, second = first] = entries
  const outside = order.find((entry) => !isEntry(shelfOf(entry)))
  const height = fused[first] ?? 0
  return {
    ahead: height - (outside === undefined ? 0 : (fused[outside] ?? 0)),
    height,
    margin: height - (fused[second] ?? 0),
    known,
    cosine: dense[first] ?? 0,
    agree: highestOf(lexical, entries) === highestOf(dense, entries) ? 1 : 0,
  }
}

const highestOf = (scores: Float32Array, entries: readonly number[]): number =>
  entries.reduce((best, entry) => ((scores[entry] ?? 0) > (scores[best] ?? 0) ? entry : best), entries[0] ?? 0)
