import type { Wanted } from '../bot/ports.ts'
import { denseScores } from './dense/scores.ts'
import type { Embedder } from './embedder/embedder.ts'
import { fuse } from './fuse.ts'
import { highestRows } from './highest.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { Shelf } from './indexable.ts'
import { searchLexical } from './lexical/lexical.ts'
import { isSearched, namedShelves } from './shelves.ts'
import { signalsOf, type Signals } from './signals.ts'
import { tokenise } from './text/tokenise.ts'

/** How much nearer an entry counts, in standard scores, when the question names its framework. */
const NAMED_BONUS = 1

export type Ranked = Readonly<{ id: string; shelf: Shelf; score: number }>

export type Searched = Readonly<{
  ranked: readonly Ranked[]
  signals: Signals
  /** Whether the best one lies in a framework that the question names. */
  asNamed: boolean
}>

/** So many are ranked; nobody looks further down, and sorting 100,000 takes longer than finding them. */
const DEPTH = 100

/**
 * The best hundred, best first, the things outside the corpus among them. The question as a whole and its topic alone
 * are looked for, and count the same.
 */
export async function search(index: SearchIndex, embedder: Embedder, wanted: Wanted): Promise<Searched> {
  const { question, topic } = wanted
  const named = namedShelves(question)
  const whole = await scoresFor(index, embedder, question)
  const about = topic === question || tokenise(topic).length === 0 ? whole : await scoresFor(index, embedder, topic)
  const shelfOf = (entry: number): Shelf => index.shelves[entry] ?? 'plain'
  const fused = about === whole ? whole.fused : middleOf(whole.fused, about.fused)
  if (named.size > 0) {
    for (let entry = 0; entry < fused.length; entry += 1) {
      if (named.has(shelfOf(entry))) fused[entry] = (fused[entry] ?? 0) + NAMED_BONUS
    }
  }
  const ranked = highestRows(fused, DEPTH, (entry) => isSearched(shelfOf(entry), named)).map((entry) => ({
    id: index.ids[entry] ?? '',
    shelf: shelfOf(entry),
    score: fused[entry] ?? 0,
  }))
  const [first] = ranked
  return {
    ranked,
    signals: signalsOf({ ...whole, fused, index, isSearched: (shelf) => isSearched(shelf, named) }),
    asNamed: first !== undefined && named.has(first.shelf),
  }
}

type Scores = Readonly<{ lexical: Float32Array; dense: Float32Array; fused: Float32Array; known: number }>

/** In UTF-16 units: some 600 English words, more than a question has. What is pasted behind it is not searched for. */
const LONGEST = 4_000

async function scoresFor(index: SearchIndex, embedder: Embedder, asked: string): Promise<Scores> {
  const text = asked.slice(0, LONGEST)
  const { scores: lexical, known } = searchLexical(index.lexical, text)
  const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([text])
  const dense = denseScores(index.nearest, vector, index.ids.length)
  return { lexical, dense, known, fused: fuse(lexical, dense, index.denseWeight) }
}

function middleOf(a: Float32Array, b: Float32Array): Float32Array {
  const middle = new Float32Array(a.length)
  for (let entry = 0; entry < middle.length; entry += 1) middle[entry] = ((a[entry] ?? 0) + (b[entry] ?? 0)) / 2
  return middle
}
