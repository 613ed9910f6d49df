import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { Document } from '@langchain/core/documents'
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import MiniSearch from 'minisearch'
import { readFacet } from '../bot/answering/facet.ts'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { buildIndex } from '../retrieval/index/search-index.ts'
import { sentencesOf, type Indexable } from '../retrieval/indexable.ts'
import { search } from '../retrieval/search.ts'
import { tokenise } from '../retrieval/text/tokenise.ts'

/** Ids of entries, best first. */
export type Ranking = (question: string) => Promise<readonly string[]>

/** Something that can search: its name says what it was given, `index` takes everything in. */
export type Peer = Readonly<{ name: string; index: (entries: readonly Indexable[]) => Promise<Ranking> }>

const MOST = 10

/**
 * Ours and three libraries. Each gets the same texts in the same fields with the same weights. None of them cuts Japanese
 * by itself, so each is given the words of `Intl.Segmenter`, and in a second run our own tokens.
 */
export const peersWith = (embedder: Embedder): readonly Peer[] => [
  { name: 'Shirube', index: ours(embedder) },
  { name: 'MiniSearch, segmented words, fuzzy', index: miniSearch(segmented, { fuzzy: 0.2 }) },
  { name: 'MiniSearch, our tokens', index: miniSearch(ourTokens, {}) },
  { name: 'Orama, segmented words', index: orama(segmented) },
  { name: 'Orama, our tokens', index: orama(ourTokens) },
  { name: 'Orama hybrid, our tokens and vectors', index: oramaHybrid(embedder) },
  { name: 'MemoryVectorStore, our vectors, best text', index: memoryVectorStore(embedder) },
]

type Tokenise = (text: string) => string[]

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' })
const segmented: Tokenise = (text) =>
  [...SEGMENTER.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  )
const ourTokens: Tokenise = (text) => tokenise(text).map(({ term }) => term)

/** As in retrieval/lexical/lexical.ts. */
const WEIGHTS = { title: 2, asks: 1.5, advice: 1, story: 0.3, questions: 1, terms: 0.5 }
const FIELDS: (keyof typeof WEIGHTS)[] = ['title', 'asks', 'advice', 'story', 'questions', 'terms']

type Flat = Readonly<Record<string, string>>
const flat = ({ id, fields, terms = [] }: Indexable): Flat => ({
  id,
  ...Object.fromEntries(FIELDS.map((field) => [field, (fields[field] ?? []).join('\n')])),
  terms: terms.flat().join('\n'),
})

const ours =
  (embedder: Embedder): Peer['index'] =>
  async (entries) => {
    const index = await buildIndex(entries, embedder)
    return async (question) => {
      const { ranked } = await search(index, embedder, { question, topic: readFacet(question).topic })
      return ranked.slice(0, MOST).map(({ id }) => id)
    }
  }

const miniSearch =
  (tokens: Tokenise, options: Readonly<{ fuzzy?: number }>): Peer['index'] =>
  (entries) => {
    const index = new MiniSearch<Flat>({
      fields: FIELDS,
      tokenize: tokens,
      processTerm: (term) => term,
      searchOptions: { boost: WEIGHTS, ...options },
    })
    index.addAll(entries.map(flat))
    const idOf = ({ id }: { id: unknown }): string => String(id)
    return Promise.resolve((question) => Promise.resolve(index.search(question).slice(0, MOST).map(idOf)))
  }

const TEXT_FIELDS = { title: 'string', asks: 'string', advice: 'string', story: 'string' } as const
const SCHEMA = { id: 'string', ...TEXT_FIELDS, questions: 'string', terms: 'string' } as const

const tokenizerOf = (tokens: Tokenise) => ({
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: tokens,
})

const orama =
  (tokens: Tokenise): Peer['index'] =>
  async (entries) => {
    const index = create({ schema: SCHEMA, components: { tokenizer: tokenizerOf(tokens) } })
    await insertMultiple(index, entries.map(flat))
    return async (question) => {
      const { hits } = await searchOrama(index, {
        term: question,
        properties: FIELDS,
        boost: WEIGHTS,
        limit: MOST,
      })
      return hits.map(({ document }) => document.id)
    }
  }

const oramaHybrid =
  (embedder: Embedder): Peer['index'] =>
  async (entries) => {
    const vector = `vector[${embedder.dimensions}]` as const
    const index = create({ schema: { ...SCHEMA, vector }, components: { tokenizer: tokenizerOf(ourTokens) } })
    const centres = await middlesOf(entries, embedder)
    await insertMultiple(
      index,
      entries.map((entry, at) => ({ ...flat(entry), vector: centres[at] ?? [] })),
    )
    return async (question) => {
      const [value = new Float32Array()] = await embedder.embed([question])
      const { hits } = await searchOrama(index, {
        mode: 'hybrid',
        term: question,
        vector: { value: Array.from(value), property: 'vector' },
        similarity: 0,
        properties: FIELDS,
        boost: WEIGHTS,
        limit: MOST,
      })
      return hits.map(({ document }) => document.id)
    }
  }

async function middlesOf(entries: readonly Indexable[], embedder: Embedder): Promise<readonly number[][]> {
  const { centroids } = await buildIndex(entries, embedder)
  const { dimensions, values } = centroids.vectors
  return entries.map((_, row) => Array.from(values.subarray(row * dimensions, (row + 1) * dimensions)))
}

/** Enough nearest texts for ten different entries. */
const TEXTS = 200

const memoryVectorStore =
  (embedder: Embedder): Peer['index'] =>
  async (entries) => {
    const embed = async (texts: string[]): Promise<number[][]> =>
      (await embedder.embed(texts)).map((vector) => Array.from(vector))
    const store = new MemoryVectorStore({
      embedDocuments: embed,
      embedQuery: async (text) => (await embed([text]))[0] ?? [],
    })
    await store.addDocuments(
      entries.flatMap((entry) =>
        sentencesOf(entry).map((pageContent) => new Document({ pageContent, metadata: { entry: entry.id } })),
      ),
    )
    return async (question) => {
      const near = await store.similaritySearch(question, TEXTS)
      return [...new Set(near.map(({ metadata }) => String(metadata['entry'])))].slice(0, MOST)
    }
  }
