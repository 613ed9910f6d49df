import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { HierarchicalNSW } from 'hnswlib-node'
import { z } from 'zod'
import { hnswLibrary } from '../dense/hnsw.ts'
import { absent, forgetOld, isDiskError } from './disk.ts'
import { buildGraph, buildStored, withNearest, type SearchIndex, type StoredIndex } from './search-index.ts'
import type { Embedder } from '../embedder/embedder.ts'
import type { Indexable } from '../indexable.ts'

/** Raise it when the stored shape or the building of it changes. */
const FORMAT = 15

const MANIFEST = 'manifest.json'
const INDEX = 'index.bin'
const GRAPH = 'graph.bin'

/** What an index was built from. An index whose manifest differs in anything is not read but built again. */
const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  runtime: z.string(),
  corpus: z.string(),
  embedder: z.string(),
  dimensions: z.number(),
  entries: z.number(),
  passages: z.number(),
  /** SHA-256 of the files; one cut short by a power failure does not match. No graph where hnswlib-node was absent. */
  sha256: z.strictObject({ index: z.string(), graph: z.string().optional() }),
})
type Manifest = z.infer<typeof manifestSchema>

export type IndexSource = Readonly<{
  /** Where indexes are kept; each in a folder of its own. */
  folder: string
  corpus: string
  entries: readonly Indexable[]
  embedder: Embedder
}>

/**
 * The index for this corpus and embedder: read where a matching one is kept, otherwise built and kept for next time.
 * A new one is written aside and moved into place whole, so that a half-written one is never found. Where it can't be
 * kept (a read-only disk), search works all the same and `cached` says so.
 */
export async function openIndex(
  source: IndexSource,
): Promise<{ index: SearchIndex; cached: 'read' | 'written' | 'unwritable' }> {
  const home = join(source.folder, keyOf(source))
  const kept = await readKept(home, source)
  if (kept !== undefined) return { index: kept, cached: 'read' }
  const stored = await buildStored(source.entries, source.embedder)
  const graph = await buildGraph(stored)
  const cached = await keep({ home, source, stored, graph })
  return { index: withNearest(stored, graph), cached }
}

const runtime = (): string => `node-${process.versions.v8}-${process.arch}`

const keyOf = ({ corpus, embedder }: IndexSource): string =>
  createHash('sha256').update(`${FORMAT}\0${runtime()}\0${corpus}\0${embedder.id}`).digest('hex').slice(0, 16)

async function readKept(home: string, source: IndexSource): Promise<SearchIndex | undefined> {
  const text = await readFile(join(home, MANIFEST), 'utf8').catch(absent)
  if (text === undefined) return undefined
  const manifest = manifestSchema.safeParse(parseJson(text))
  if (!manifest.success || !matches(manifest.data, source)) return undefined
  const bytes = await readFile(join(home, INDEX)).catch(absent)
  if (bytes === undefined || sha256(bytes) !== manifest.data.sha256.index) return undefined
  // Written by `keep` from a StoredIndex, and the hash says that not a byte has changed since.
  const stored = deserialize(bytes) as StoredIndex
  return withNearest(stored, await readGraph(home, stored, manifest.data.sha256.graph))
}

const matches = (manifest: Manifest, { corpus, embedder, entries }: IndexSource): boolean =>
  manifest.runtime === runtime() &&
  manifest.corpus === corpus &&
  manifest.embedder === embedder.id &&
  manifest.dimensions === embedder.dimensions &&
  manifest.entries === entries.length

/**
 * A graph that isn't whole is built again from the vectors beside it: the library reads whatever it finds, and a cut file
 * ends the process.
 */
async function readGraph(
  home: string,
  stored: StoredIndex,
  hash: string | undefined,
): Promise<HierarchicalNSW | undefined> {
  const library = await hnswLibrary()
  if (library === undefined) return undefined
  const path = join(home, GRAPH)
  const bytes = await readFile(path).catch(absent)
  if (bytes === undefined || sha256(bytes) !== hash) return buildGraph(stored)
  const graph = new library.HierarchicalNSW('ip', stored.centroids.vectors.dimensions)
  await graph.readIndex(path)
  return graph
}

type Keeping = Readonly<{ home: string; source: IndexSource; stored: StoredIndex; graph: HierarchicalNSW | undefined }>

async function keep({ home, source, stored, graph }: Keeping): Promise<'written' | 'unwritable'> {
  const aside = `${home}.${randomUUID()}.tmp`
  try {
    await mkdir(aside, { recursive: true })
    const bytes = serialize(stored)
    await writeFile(join(aside, INDEX), bytes)
    const hashes = { index: sha256(bytes), ...(graph === undefined ? {} : { graph: await writeGraph(graph, aside) }) }
    await writeFile(join(aside, MANIFEST), JSON.stringify(manifestFor(source, stored, hashes), null, 2))
    await rm(home, { recursive: true, force: true })
    await rename(aside, home)
    await forgetOld(source.folder, basename(home))
    return 'written'
  } catch (cause) {
    await rm(aside, { recursive: true, force: true }).catch(absent)
    if (isDiskError(cause)) return 'unwritable'
    throw cause
  }
}

async function writeGraph(graph: HierarchicalNSW, folder: string): Promise<string> {
  await graph.writeIndex(join(folder, GRAPH))
  return sha256(await readFile(join(folder, GRAPH)))
}

const manifestFor = ({ corpus, embedder }: IndexSource, stored: StoredIndex, hashes: Manifest['sha256']): Manifest => ({
  format: FORMAT,
  runtime: runtime(),
  corpus,
  embedder: embedder.id,
  dimensions: embedder.dimensions,
  entries: stored.ids.length,
  passages: stored.centroids.passages,
  sha256: hashes,
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // cut short: not an index
  }
}
