import type { Indexable } from '../indexable.ts'
import { isLatin, tokenise } from '../text/tokenise.ts'
import { buildBm25, scoreBm25, type Bm25Index, type Bm25Options } from './bm25.ts'
import { closestTerms } from './typos.ts'

/** Field weights, chosen on the development cases; see docs/decisions/0006-retrieval.md. `text` is for plain collections. */
const OPTIONS: Bm25Options = {
  k1: 1.2,
  fields: {
    title: { weight: 2, b: 0.5 },
    asks: { weight: 1.5, b: 0.5 },
    advice: { weight: 1, b: 0.6 },
    /** Cases from bakeries and fish markets: their words say little of what a clause is about. */
    story: { weight: 0.3, b: 0.6 },
    questions: { weight: 1, b: 0.6 },
    terms: { weight: 0.5, b: 0.6 },
    text: { weight: 1, b: 0.75 },
  },
}

/** A misspelt word found by a neighbour counts less than the word itself. */
const TYPO_WEIGHT = 0.6

export type LexicalScores = Readonly<{
  scores: Float32Array
  /** Share (0–1) of the question's rarity-weighted words that the corpus knows at all. */
  known: number
  query: ReadonlyMap<string, number>
}>

export const buildLexical = (entries: readonly Indexable[]): Bm25Index =>
  buildBm25(
    entries.map(({ fields }) =>
      Object.fromEntries(Object.entries(fields).map(([field, texts]) => [field, texts.flatMap(tokenise)])),
    ),
    OPTIONS,
  )

export function searchLexical(index: Bm25Index, question: string): LexicalScores {
  const asked = countOf(tokenise(question))
  const query = new Map<string, number>()
  let knownMass = 0
  let mass = 0
  const rarest = Math.log(1 + (index.size + 0.5) / 0.5)
  for (const [token, count] of asked) {
    const term = index.terms.get(token)
    const rarity = term === undefined ? rarest : (index.idf[term] ?? 0)
    mass += rarity
    if (term !== undefined) {
      knownMass += rarity
      query.set(token, count)
    } else if (isLatin(token)) {
      for (const near of closestTerms(index.terms, token)) query.set(near, (query.get(near) ?? 0) + TYPO_WEIGHT * count)
    }
  }
  const scores = new Float32Array(index.size)
  scoreBm25(index, query, scores)
  return { scores, known: mass === 0 ? 0 : knownMass / mass, query }
}

function countOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
