import type { Wanted } from '../bot/ports.ts'
import { denseScores } from './dense/scores.ts'
import type { Embedder } from './embedder/embedder.ts'
import { fuse, type Asked } from './fuse.ts'
import { highestRows } from './highest.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { Shelf } from './indexable.ts'
import { searchLexical } from './lexical/lexical.ts'
import { scratchOf } from './scratch.ts'
import { isSearched, namedShelves } from './shelves.ts'
import { signalsOf, type Signals } from './signals.ts'
import { tokenise } from './text/tokenise.ts'

/** How much nearer an entry counts, in standard scores, when the question names its framework. */
const NAMED_BONUS = 2

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
  const named = namedShelves(wanted.question)
  const { question, topic } = textsOf(wanted)
  const [vector, about] = await embedder.embed(topic === undefined ? [question] : [question, topic])
  // From here on nothing waits, so that one search at a time writes to the arrays they share.
  const scratch = scratchOf(index)
  const whole = askedOf(index, { text: question, vector, scores: scratch.whole })
  const asked =
    topic === undefined ? [whole] : [whole, askedOf(index, { text: topic, vector: about, scores: scratch.about })]
  const fused = fuse(asked, index.denseWeight, scratch.fused)
  const shelfOf = (entry: number): Shelf => index.shelves[entry] ?? 'plain'
  if (named.size > 0) {
    for (let entry = 0; entry < fused.length; entry += 1) {
      if (named.has(shelfOf(entry))) fused[entry] = (fused[entry] ?? 0) + NAMED_BONUS
    }
  }
  const best = highestRows(fused, DEPTH, (entry) => isSearched(shelfOf(entry), named))
  const ranked = best.map((entry) => ({
    id: index.ids[entry] ?? '',
    shelf: shelfOf(entry),
    score: fused[entry] ?? 0,
  }))
  const [first] = ranked
  return {
    ranked,
    signals: signalsOf({ ...whole, fused, best, index, isSearched: (shelf) => isSearched(shelf, named) }),
    asNamed: first !== undefined && named.has(first.shelf),
  }
}

/** In UTF-16 units: some 600 English words, more than a question has. What is pasted behind it is not searched for. */
const LONGEST = 4_000

/** `topic`: where it says something, and something else. */
function textsOf({ question, topic }: Wanted): { question: string; topic: string | undefined } {
  const isOwn = topic !== question && tokenise(topic).length > 0
  return { question: question.slice(0, LONGEST), topic: isOwn ? topic.slice(0, LONGEST) : undefined }
}

type Text = Readonly<{ text: string; vector: Float32Array | undefined; scores: Float32Array }>

function askedOf(
  { lexical, nearest, centroids }: SearchIndex,
  { text, vector, scores }: Text,
): Asked & { known: number } {
  const { known } = searchLexical(lexical, text, scores)
  const dense = denseScores(nearest, vector ?? new Float32Array(centroids.vectors.dimensions))
  return { lexical: scores, dense, known }
}
