import type { Findings, Hit, Retriever, Wanted } from '../bot/ports.ts'
import { denseScores } from './dense/scores.ts'
import type { Embedder } from './embedder/embedder.ts'
import { namedIds } from './exact/clause-ids.ts'
import { fuse } from './fuse.ts'
import { coverageOf, verdictOf, type Signals } from './gate.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { Shelf } from './indexable.ts'
import { searchLexical } from './lexical/lexical.ts'
import { preferredShelves } from './shelves.ts'
import { isLatin, tokenise } from './text/tokenise.ts'

const MOST_HITS = 10
const NO_ENTRY: ReadonlySet<Shelf> = new Set(['outside', 'smalltalk', 'claim'])

type Ranked = Readonly<{ id: string; shelf: Shelf; score: number }>

/** The core's retriever over one index: ids spelt out, then words and meaning together, then the gate. */
export function createRetriever(index: SearchIndex, embedder: Embedder): Retriever {
  const ids = new Set(index.ids)
  return {
    find: async ({ question, topic }) => {
      const named = namedIds(question, (id) => ids.has(id))
      const { ranked, signals } = await search(index, embedder, { question, topic })
      const hits = ranked.filter(({ shelf }) => !NO_ENTRY.has(shelf)).slice(0, MOST_HITS)
      const coverage = coverageOf(signals)
      return {
        named: named.known,
        unknown: named.unknown,
        hits: hits.map(({ id, score }): Hit => ({ id, score })),
        coverage,
        verdict: verdict({ ranked, coverage, signals, words: wordsIn(question) }),
      }
    },
  }
}

export type Searched = Readonly<{ ranked: readonly Ranked[]; signals: Signals }>

/** Everything ranked, best first, the things outside the corpus among them, and what the gate makes of it. */
export async function search(index: SearchIndex, embedder: Embedder, { question, topic }: Wanted): Promise<Searched> {
  const whole = await scoresFor(index, embedder, question)
  const about = topic === question || tokenise(topic).length === 0 ? whole : await scoresFor(index, embedder, topic)
  const fused = whole.fused.map((score, entry) => (score + (about.fused[entry] ?? 0)) / 2)
  const shelves = preferredShelves(question)
  const order = [...fused.keys()]
    .filter((entry) => shelves.has(index.shelves[entry] ?? 'plain'))
    .sort((a, b) => (fused[b] ?? 0) - (fused[a] ?? 0))
  const ranked = order.map((entry) => ({
    id: index.ids[entry] ?? '',
    shelf: index.shelves[entry] ?? 'plain',
    score: fused[entry] ?? 0,
  }))
  return { ranked, signals: signalsOf({ ...whole, index, fused, order }) }
}

type Scores = Readonly<{ lexical: Float32Array; dense: Float32Array; fused: Float32Array; known: number }>

async function scoresFor(index: SearchIndex, embedder: Embedder, text: string): Promise<Scores> {
  const { scores: lexical, known } = searchLexical(index.lexical, text)
  const [vector = new Float32Array(embedder.dimensions)] = await embedder.embed([text])
  const dense = denseScores(index.nearest, vector, index.ids.length)
  return { lexical, dense, known, fused: fuse(lexical, dense, index.denseWeight) }
}

type Judged = Readonly<{ ranked: readonly Ranked[]; coverage: number; signals: Signals; words: number }>

function verdict({ ranked, coverage, signals, words }: Judged): Findings['verdict'] {
  const first = ranked[0]?.shelf
  if (first === 'smalltalk' || first === 'claim') return first
  return verdictOf(coverage, signals, words)
}

/** Pairs of characters that make about one Japanese word. */
const PAIRS_A_WORD = 4

function wordsIn(question: string): number {
  const tokens = tokenise(question)
  const latin = tokens.filter(isLatin).length
  return latin + Math.ceil((tokens.length - latin) / PAIRS_A_WORD)
}

type Scored = Readonly<{
  index: SearchIndex
  lexical: Float32Array
  known: number
  dense: Float32Array
  fused: Float32Array
  order: readonly number[]
}>

function signalsOf({ index, lexical, known, dense, fused, order }: Scored): Signals {
  const isEntry = (entry: number): boolean => !NO_ENTRY.has(index.shelves[entry] ?? 'plain')
  const [first = 0, second = first] = order.filter(isEntry)
  const outside = order.find((entry) => !isEntry(entry))
  const height = fused[first] ?? 0
  const entries = order.filter(isEntry)
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
