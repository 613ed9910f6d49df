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
  dense: Float32Array
  fused: Float32Array
  index: SearchIndex
  isSearched: (shelf: Shelf) => boolean
}>

export function signalsOf({ lexical, known, dense, fused, index, isSearched }: Scored): Signals {
  const isInside = (entry: number): boolean => {
    const shelf = index.shelves[entry] ?? 'plain'
    return isEntry(shelf) && isSearched(shelf)
  }
  const [first = 0, second = first] = highestRows(fused, 2, isInside)
  const height = fused[first] ?? 0
  return {
    ahead: height - (index.outside.length === 0 ? 0 : Math.max(...index.outside.map((entry) => fused[entry] ?? 0))),
    height,
    margin: height - (fused[second] ?? 0),
    known,
    cosine: dense[first] ?? 0,
    agree: highestOf(lexical, fused, isInside) === highestOf(dense, fused, isInside) ? 1 : 0,
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
