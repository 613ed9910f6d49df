import type { Indexable } from '../indexable.ts'
import { isLatin, tokenise } from '../text/tokenise.ts'
import { buildBm25, scoreBm25, type Bm25Index, type Bm25Options, type FieldTokens } from './bm25.ts'
import { otherWordsFor, synonymsOf, type Synonyms } from './synonyms.ts'
import { closestTerms } from './typos.ts'

/**
 * Field weights, chosen on the development cases; see docs/retrieval.md. `text` is for plain collections.
 * A low k1: that a word is there says most of what its count says.
 */
export const WEIGHTS: Bm25Options = {
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
  /** Share (0–1) of the question's rarity-weighted words that the corpus knows at all; misspelt ones by their weight. */
  known: number
  query: ReadonlyMap<string, number>
}>

export type LexicalIndex = Bm25Index & Readonly<{ synonyms: readonly Synonyms[] }>

export const buildLexical = (entries: readonly Indexable[]): LexicalIndex => ({
  ...buildBm25(entries.map(fieldTokens), WEIGHTS),
  synonyms: synonymsOf([...new Set(entries.flatMap(({ terms }) => terms ?? []))]),
})

/** Everything of an entry that is searched by words. */
export const fieldTokens = ({ fields, terms = [] }: Indexable): FieldTokens => ({
  ...Object.fromEntries(Object.entries(fields).map(([field, texts]) => [field, texts.flatMap(tokenise)])),
  terms: terms.flat().flatMap(tokenise),
})

/** The scores are written to `scores`, which has a place for every document. */
export function searchLexical(
  index: LexicalIndex,
  question: string,
  scores: Float32Array = new Float32Array(index.size),
): LexicalScores {
  const { query, known } = queryOf(question, index)
  scores.fill(0)
  scoreBm25(index, query, scores)
  return { scores, known, query }
}

function queryOf(question: string, index: LexicalIndex): Omit<LexicalScores, 'scores'> {
  const query = new Map<string, number>()
  const add = (term: string, weight: number): void => void query.set(term, (query.get(term) ?? 0) + weight)
  let knownMass = 0
  let mass = 0
  const rarest = Math.log(1 + (index.size + 0.5) / 0.5)
  const asked = tokenise(question)
  for (const { term, weight } of otherWordsFor(question, asked, index.synonyms)) add(term, weight)
  for (const { term, weight } of asked) {
    const number = index.terms.get(term)
    const rarity = weight * (number === undefined ? rarest : (index.idf[number] ?? 0))
    mass += rarity
    if (number !== undefined) {
      knownMass += rarity
      add(term, weight)
    } else if (isLatin(term)) {
      const near = closestTerms(index.terms, term)
      if (near.length > 0) knownMass += TYPO_WEIGHT * rarity
      for (const one of near) add(one, TYPO_WEIGHT * weight)
    }
  }
  return { query, known: mass === 0 ? 0 : knownMass / mass }
}
