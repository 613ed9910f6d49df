import { cosineOf, type DenseScores } from './dense/scores.ts'
import { highestRows } from './highest.ts'
import type { SearchIndex } from './index/search-index.ts'
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
  dense: DenseScores
  fused: Float32Array
  /** Of the searched shelves, the entries that scored highest, best first. */
  best: readonly number[]
  index: SearchIndex
  isSearched: (shelf: Shelf) => boolean
}>

export function signalsOf({ lexical, known, dense, fused, best, index, isSearched }: Scored): Signals {
  const isInside = (entry: number): boolean => {
    const shelf = index.shelves[entry] ?? 'plain'
    return isEntry(shelf) && isSearched(shelf)
  }
  const inside = best.filter(isInside)
  const [first = 0, second = first] = inside.length < 2 ? highestRows(fused, 2, isInside) : inside
  const height = fused[first] ?? 0
  return {
    ahead: height - (index.outside.length === 0 ? 0 : Math.max(...index.outside.map((entry) => fused[entry] ?? 0))),
    height,
    margin: height - (fused[second] ?? 0),
    known,
    cosine: cosineOf(dense, first),
    agree: highestOf(lexical, fused, isInside) === nearestOf(dense, fused, isInside) ? 1 : 0,
  }
}

/** The entry with the highest score; of several, the one with the highest fused score. */
function highestOf(
  scores: Float32Array,
  fused: Float32Array,
  isInside: (entry: number) => boolean,
): number | undefined {
  let best: number | undefined
  let score = -Infinity
  let tie = -Infinity
  for (let entry = 0; entry < scores.length; entry += 1) {
    const here = scores[entry] ?? 0
    if (here < score || (here === score && (fused[entry] ?? 0) <= tie) || !isInside(entry)) continue
    best = entry
    score = here
    tie = fused[entry] ?? 0
  }
  return best
}

/** The same by cosine. Where none of the near ones is nearer than all the others, all are as near. */
function nearestOf(
  { near, others }: DenseScores,
  fused: Float32Array,
  isInside: (entry: number) => boolean,
): number | undefined {
  const inside = near.filter(({ row, cosine }) => cosine > others && isInside(row))
  const [nearest] = inside
  if (nearest === undefined) return highestRows(fused, 1, isInside)[0]
  const tied = inside.filter(({ cosine }) => cosine === nearest.cosine)
  return tied.reduce((best, one) => ((fused[one.row] ?? 0) > (fused[best.row] ?? 0) ? one : best)).row
}
