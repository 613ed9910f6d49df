import { createHash } from 'node:crypto'
import type { HierarchicalNSW } from 'hnswlib-node'
import { centroidsOf, type Centroids } from '../dense/centroids.ts'
import { exactIndex } from '../dense/exact.ts'
import { buildHnsw, changeHnsw, hnswIndex, hnswLibrary } from '../dense/hnsw.ts'
import type { VectorIndex } from '../dense/vectors.ts'
import type { Embedder } from '../embedder/embedder.ts'
import { isEntry, sentencesOf, type Indexable, type Shelf } from '../indexable.ts'
import { buildLexical, type LexicalIndex } from '../lexical/lexical.ts'
import { changeOf, freshPoints, type Points } from './points.ts'

/** Everything a search needs, built once per corpus and embedder. Entry `n` is row `n` everywhere. */
export type SearchIndex = Readonly<{
  ids: readonly string[]
  shelves: readonly Shelf[]
  lexical: LexicalIndex
  centroids: Centroids
  /** How much the vectors count beside the words, 0–1. */
  denseWeight: number
  /** Hash of each entry's texts: the same texts have the same vector. */
  contents: readonly string[]
  points: Points
  nearest: VectorIndex
  /** Numbers of the entries that are there only to know them from the corpus. */
  outside: readonly number[]
}>

/** The part that is kept on disk as it is; the graph has a file of its own. */
export type StoredIndex = Omit<SearchIndex, 'nearest' | 'outside'>

/** Vectors of entries that an index of the same embedder already held are taken from it; everything else is made anew. */
export async function buildStored(
  entries: readonly Indexable[],
  embedder: Embedder,
  before?: StoredIndex,
): Promise<StoredIndex> {
  const contents = entries.map(contentOf)
  const vectors = before === undefined ? new Map<string, Float32Array>() : vectorsByContent(before)
  return {
    ids: entries.map(({ id }) => id),
    shelves: entries.map(({ shelf }) => shelf),
    lexical: buildLexical(entries),
    centroids: await centroidsOf(entries, embedder, (entry) => vectors.get(contents[entry] ?? '')),
    denseWeight: denseWeightFor(entries, embedder),
    contents,
    points: freshPoints(entries.length),
  }
}

const contentOf = (entry: Indexable): string =>
  createHash('sha256').update(sentencesOf(entry).join('\0')).digest('base64')

function vectorsByContent({ contents, centroids }: StoredIndex): Map<string, Float32Array> {
  const { dimensions, values } = centroids.vectors
  return new Map(contents.map((content, row) => [content, values.subarray(row * dimensions, (row + 1) * dimensions)]))
}

/** So many texts tell. */
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

/** The index as built, but in the graph of the one before where little changed; that graph is used up. */
export async function changedFrom(
  before: Readonly<{ stored: StoredIndex; graph: HierarchicalNSW | undefined }>,
  built: StoredIndex,
): Promise<{ stored: StoredIndex; graph: HierarchicalNSW | undefined }> {
  const change = before.graph === undefined ? undefined : changeOf(before.stored, built)
  if (before.graph === undefined || change === undefined) return { stored: built, graph: await buildGraph(built) }
  changeHnsw(before.graph, built.centroids.vectors, change)
  return { stored: { ...built, points: change.points }, graph: before.graph }
}

export function withNearest(stored: StoredIndex, graph: HierarchicalNSW | undefined): SearchIndex {
  const { vectors } = stored.centroids
  return {
    ...stored,
    nearest: graph === undefined ? exactIndex(vectors) : hnswIndex(graph, stored.points),
    outside: [...stored.shelves.keys()].filter((entry) => !isEntry(stored.shelves[entry] ?? 'plain')),
  }
}

/** An index in memory only, for collections that come and go. */
export async function buildIndex(entries: readonly Indexable[], embedder: Embedder): Promise<SearchIndex> {
  const stored = await buildStored(entries, embedder)
  return withNearest(stored, await buildGraph(stored))
}
