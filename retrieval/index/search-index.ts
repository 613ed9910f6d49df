import type { HierarchicalNSW } from 'hnswlib-node'
import { centroidsOf, type Centroids } from '../dense/centroids.ts'
import { exactIndex } from '../dense/exact.ts'
import { buildHnsw, hnswIndex, hnswLibrary } from '../dense/hnsw.ts'
import type { VectorIndex } from '../dense/vectors.ts'
import type { Embedder } from '../embedder/embedder.ts'
import { isEntry, sentencesOf, type Indexable, type Shelf } from '../indexable.ts'
import { buildLexical, type LexicalIndex } from '../lexical/lexical.ts'

/** Everything a search needs, built once per corpus and embedder. Entry `n` is row `n` everywhere. */
export type SearchIndex = Readonly<{
  ids: readonly string[]
  shelves: readonly Shelf[]
  lexical: LexicalIndex
  centroids: Centroids
  /** How much the vectors count beside the words, 0–1. */
  denseWeight: number
  nearest: VectorIndex
  /** Numbers of the entries that are there only to know them from the corpus. */
  outside: readonly number[]
}>

/** The part that is kept on disk as it is; the graph has a file of its own. */
export type StoredIndex = Omit<SearchIndex, 'nearest' | 'outside'>

export async function buildStored(entries: readonly Indexable[], embedder: Embedder): Promise<StoredIndex> {
  return {
    ids: entries.map(({ id }) => id),
    shelves: entries.map(({ shelf }) => shelf),
    lexical: buildLexical(entries),
    centroids: await centroidsOf(entries, embedder),
    denseWeight: denseWeightFor(entries, embedder),
  }
}

const SAMPLE = 1_000

/** An embedder trained on one subject places texts of another almost at random: there, words alone count. */
function denseWeightFor(entries: readonly Indexable[], embedder: Embedder): number {
  const texts = entries.flatMap(sentencesOf)
  const step = Math.ceil(texts.length / SAMPLE)
  return embedder.familiarity(texts.filter((_, at) => at % step === 0))
}

/** The graph over the entries, or undefined where hnswlib-node is absent and every row is compared instead. */
export async function buildGraph({ centroids }: StoredIndex): Promise<HierarchicalNSW | undefined> {
  const library = await hnswLibrary()
  return library === undefined ? undefined : buildHnsw(library, centroids.vectors)
}

export function withNearest(stored: StoredIndex, graph: HierarchicalNSW | undefined): SearchIndex {
  const { vectors } = stored.centroids
  return {
    ...stored,
    nearest: graph === undefined ? exactIndex(vectors) : hnswIndex(graph, vectors.rows),
    outside: [...stored.shelves.keys()].filter((entry) => !isEntry(stored.shelves[entry] ?? 'plain')),
  }
}

/** An index in memory only, for collections that come and go. */
export async function buildIndex(entries: readonly Indexable[], embedder: Embedder): Promise<SearchIndex> {
  const stored = await buildStored(entries, embedder)
  return withNearest(stored, await buildGraph(stored))
}
