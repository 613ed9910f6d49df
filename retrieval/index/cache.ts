import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { HierarchicalNSW } from 'hnswlib-node'
import { z } from 'zod'
import { readTexts, versionOf } from '../../corpus/files.ts'
import { hnswLibrary } from '../dense/hnsw.ts'
import { absent, forgetOld, isDiskError, newestFirst } from './disk.ts'
import { freshPoints } from './points.ts'
import {
  buildGraph,
  buildStored,
  changedFrom,
  withNearest,
  type SearchIndex,
  type StoredIndex,
} from './search-index.ts'
import type { Embedder } from '../embedder/embedder.ts'
import type { Indexable } from '../indexable.ts'

/** The code that builds an index; where any of it changed, an index is built anew. */
const CODE = join(import.meta.dirname, '..')

const MANIFEST = 'manifest.json'
const INDEX = 'index.bin'
const GRAPH = 'graph.bin'

/** What an index was built from. An index whose manifest differs in anything is not read but built again. */
const manifestSchema = z.strictObject({
  code: z.string(),
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
 * The index for this corpus and embedder: read where a matching one is kept, otherwise built and kept for next time. What
 * the newest one of the same embedder holds is not made again: vectors of unchanged texts, and the graph where little changed.
 * A new one is written aside and moved into place whole, so that a half-written one is never found. Where it can't be
 * kept (a read-only disk), search works all the same and `cached` says so.
 */
export async function openIndex(
  source: IndexSource,
): Promise<{ index: SearchIndex; cached: 'read' | 'written' | 'unwritable' }> {
  const maker = await makerOf(source)
  const home = join(source.folder, keyOf(source, maker))
  const kept = await readKept(home, (manifest) => isOf(manifest, maker) && isFor(manifest, source))
  if (kept !== undefined) return { index: withNearest(kept.stored, kept.graph), cached: 'read' }
  const before = await readNewest(source.folder, maker)
  const built = await buildStored(source.entries, source.embedder, before?.stored)
  const { stored, graph } =
    before === undefined ? { stored: built, graph: await buildGraph(built) } : await changedFrom(before, built)
  const cached = await keep({ home, source, maker, stored, graph })
  return { index: withNearest(stored, graph), cached }
}

/** What must be the same for anything of an index to be of use. */
type Maker = Pick<Manifest, 'code' | 'runtime' | 'embedder' | 'dimensions'>

const makerOf = async ({ embedder: { id, dimensions } }: IndexSource): Promise<Maker> => ({
  code: versionOf(await readTexts(CODE, /\.ts$/u)),
  runtime: `node-${process.versions.v8}-${process.arch}`,
  embedder: id,
  dimensions,
})

const keyOf = ({ corpus }: IndexSource, { code, runtime, embedder }: Maker): string =>
  createHash('sha256').update([code, runtime, embedder, corpus].join('\0')).digest('hex').slice(0, 16)

const isOf = (manifest: Manifest, { code, runtime, embedder, dimensions }: Maker): boolean =>
  manifest.code === code &&
  manifest.runtime === runtime &&
  manifest.embedder === embedder &&
  manifest.dimensions === dimensions

const isFor = (manifest: Manifest, { corpus, entries }: IndexSource): boolean =>
  manifest.corpus === corpus && manifest.entries === entries.length

type Kept = Readonly<{ stored: StoredIndex; graph: HierarchicalNSW | undefined }>

async function readNewest(folder: string, maker: Maker): Promise<Kept | undefined> {
  for (const name of await newestFirst(folder)) {
    const kept = await readKept(join(folder, name), (manifest) => isOf(manifest, maker))
    if (kept !== undefined) return kept
  }
  return undefined
}

async function readKept(home: string, isWanted: (manifest: Manifest) => boolean): Promise<Kept | undefined> {
  const text = await readFile(join(home, MANIFEST), 'utf8').catch(absent)
  if (text === undefined) return undefined
  const manifest = manifestSchema.safeParse(parseJson(text))
  if (!manifest.success || !isWanted(manifest.data)) return undefined
  const bytes = await readFile(join(home, INDEX)).catch(absent)
  if (bytes === undefined || sha256(bytes) !== manifest.data.sha256.index) return undefined
  // Written by `keep` from a StoredIndex, and the hash says that not a byte has changed since.
  const stored = deserialize(bytes) as StoredIndex
  return readWithGraph(home, stored, manifest.data.sha256.graph)
}

/**
 * A graph that isn't whole is built again from the vectors beside it: the library reads whatever it finds, and a cut file
 * ends the process.
 */
async function readWithGraph(home: string, stored: StoredIndex, hash: string | undefined): Promise<Kept> {
  const library = await hnswLibrary()
  if (library === undefined) return { stored, graph: undefined }
  const path = join(home, GRAPH)
  const bytes = await readFile(path).catch(absent)
  if (bytes === undefined || sha256(bytes) !== hash) {
    return { stored: { ...stored, points: freshPoints(stored.ids.length) }, graph: await buildGraph(stored) }
  }
  const graph = new library.HierarchicalNSW('ip', stored.centroids.vectors.dimensions)
  await graph.readIndex(path)
  return { stored, graph }
}

type Keeping = Kept & Readonly<{ home: string; source: IndexSource; maker: Maker }>

async function keep({ home, source, maker, stored, graph }: Keeping): Promise<'written' | 'unwritable'> {
  const aside = `${home}.${randomUUID()}.tmp`
  try {
    await mkdir(aside, { recursive: true })
    const bytes = serialize(stored)
    await writeFile(join(aside, INDEX), bytes)
    const hashes = { index: sha256(bytes), ...(graph === undefined ? {} : { graph: await writeGraph(graph, aside) }) }
    await writeFile(
      join(aside, MANIFEST),
      JSON.stringify({ ...maker, ...manifestFor(source, stored), sha256: hashes }, null, 2),
    )
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

const manifestFor = ({ corpus }: IndexSource, { ids, centroids }: StoredIndex) => ({
  corpus,
  entries: ids.length,
  passages: centroids.passages,
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // cut short: not an index
  }
}
