import type { Findings, Hit, Retriever } from '../bot/ports.ts'
import type { Embedder } from './embedder/embedder.ts'
import { namedIds } from './exact/clause-ids.ts'
import { coverageOf, verdictOf } from './gate.ts'
import type { SearchIndex } from './index/search-index.ts'
import { isEntry } from './indexable.ts'
import { search, type Searched } from './search.ts'
import { isLatin, tokenise } from './text/tokenise.ts'

/** As many as are looked at again when they are ordered anew. */
const MOST_HITS = 20

/** The core's retriever over one index: ids spelt out, then words and meaning together, then the gate. */
export function createRetriever(index: SearchIndex, embedder: Embedder): Retriever {
  const ids = new Set(index.ids)
  return {
    find: async (wanted) => {
      const { known, unknown } = namedIds(wanted.question, (id) => ids.has(id))
      const searched = await search(index, embedder, wanted)
      const hits = searched.ranked.filter(({ shelf }) => isEntry(shelf)).slice(0, MOST_HITS)
      const coverage = coverageOf(searched.signals, searched.asNamed)
      return {
        named: known,
        unknown,
        hits: hits.map(({ id, score }): Hit => ({ id, score })),
        coverage,
        verdict: verdict(searched, coverage, wordsIn(wanted.question)),
      }
    },
  }
}

function verdict({ ranked, signals }: Searched, coverage: number, words: number): Findings['verdict'] {
  const first = ranked[0]?.shelf
  if (first === 'smalltalk' || first === 'claim') return first
  return verdictOf(coverage, signals, words)
}

/** Pairs of characters that make about one Japanese word. */
const PAIRS_A_WORD = 4

function wordsIn(question: string): number {
  const terms = tokenise(question).map(({ term }) => term)
  const latin = terms.filter(isLatin).length
  const pairs = terms.filter((term) => !isLatin(term) && term.length <= 2).length
  return latin + Math.ceil(pairs / PAIRS_A_WORD)
}
