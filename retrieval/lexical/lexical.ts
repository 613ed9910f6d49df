import type { Indexable } from '../indexable.ts'
import { isLatin, tokenise } from '../text/tokenise.ts'
import { buildBm25, scoreBm25, type Bm25Index, type Bm25Options } from './bm25.ts'
import { closestTerms } from './typos.ts'

/**
 * Field weights, chosen on the development cases; see docs/decisions/0006-retrieval.md. `text` is for plain collections.
 * A low k1: that a word is there says most of what its count says.
 */
const OPTIONS: Bm25Options = {
  k1: 0.9,
  fields: {
    title: { weight: 2, b: 0.5 },
    asks: { weight: 1.5, b: 0.5 },
    advice: { weight: 1, b: 0.6 },
    /** Cases from bakeries and fish markets: their words say little of what a clause is about. */
    story: { weight: 0.3, b: 0.6 },
    questions: { weight: 1, b: 0.6 },
    terms: { weight: 0.5, b: 0.6 },
    text: { weight: 1, b: 0.5 },
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
  const query = new Map<string, number>()
  const add = (term: string, weight: number): void => void query.set(term, (query.get(term) ?? 0) + weight)
  let knownMass = 0
  let mass = 0
  const rarest = Math.log(1 + (index.size + 0.5) / 0.5)
  for (const { term, weight } of tokenise(question)) {
    const number = index.terms.get(term)
    const rarity = weight * (number === undefined ? rarest : (index.idf[number] ?? 0))
    mass += rarity
    if (number !== undefined) {
      knownMass += rarity
      add(term, weight)
    } else if (isLatin(term)) {
      for (const near of closestTerms(index.terms, term)) add(near, TYPO_WEIGHT * weight)
    }
  }
  const scores = new Float32Array(index.size)
  scoreBm25(index, query, scores)
  return { scores, known: mass === 0 ? 0 : knownMass / mass, query }
}
