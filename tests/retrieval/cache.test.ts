import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hnswLibrary } from '../../retrieval/dense/hnsw.ts'
import { openIndex, type IndexSource } from '../../retrieval/index/cache.ts'
import { buildIndex, type SearchIndex } from '../../retrieval/index/search-index.ts'
import { openInProcess } from './opened.ts'
import { answersOf, SMALL, smallSource, type Answers } from './small.ts'

let root: string
let source: Awaited<ReturnType<typeof smallSource>>
let right: Answers

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-cache-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** A folder of its own per test, with the index already kept in it. */
beforeEach(async () => {
  source = await smallSource(await mkdtemp(join(root, 'index-')))
  const { index, cached } = await openIndex(source)
  expect(cached).toBe('written')
  right = await answersOf(index, source.embedder)
})

/** The folder in which the one kept index lies. */
async function home(): Promise<string> {
  const names = await readdir(source.folder)
  expect(names).toHaveLength(1)
  return join(source.folder, names[0] ?? '')
}

async function reopened(changed: Partial<IndexSource> = {}): Promise<{ cached: string; answers: Answers }> {
  const { index, cached } = await openIndex({ ...source, ...changed })
  return { cached, answers: await answersOf(index, changed.embedder ?? source.embedder) }
}

const stored = (index: SearchIndex) => ({ ...index, nearest: undefined })

describe('an index that was kept', () => {
  it('is read back equal to the one that was built, and answers the same', async () => {
    const [built, read] = [await buildIndex(SMALL, source.embedder), await openIndex(source)]
    expect(read.cached).toBe('read')
    expect(stored(read.index)).toEqual(stored(built))
    expect(await answersOf(read.index, source.embedder)).toEqual(await answersOf(built, source.embedder))
  })

  it('is read by another process', async () => {
    expect(await openInProcess(source.folder)).toMatchObject({ cached: 'read', answers: right })
  })

  it('is not written again by reading it', async () => {
    const before = await readFile(join(await home(), 'manifest.json'), 'utf8')
    await reopened()
    expect(await readFile(join(await home(), 'manifest.json'), 'utf8')).toBe(before)
  })

  it('stays for going back, with one other, and the third last goes', async () => {
    await reopened({ corpus: 'second' })
    expect((await reopened()).cached).toBe('read')
    await reopened({ corpus: 'third' })
    expect(await readdir(source.folder)).toHaveLength(2)
    expect((await reopened({ corpus: 'third' })).cached).toBe('read')
  })
})

describe('an index is built anew', () => {
  it.each<readonly [string, () => Partial<IndexSource>]>([
    ['the corpus', () => ({ corpus: 'other' })],
    ['the embedder', () => ({ embedder: { ...source.embedder, id: 'other' } })],
    ['the entries', () => ({ entries: SMALL.slice(0, 50) })],
    ['the dimensions', () => ({ embedder: inHalfTheDimensions() })],
  ])('when %s changed, and answers as one built in memory', async (_, change) => {
    const changed = { ...source, ...change() }
    const fresh = await buildIndex(changed.entries, changed.embedder)
    expect(await reopened(changed)).toEqual({ cached: 'written', answers: await answersOf(fresh, changed.embedder) })
    expect((await reopened(changed)).cached).toBe('read')
  })

  it.each([
    ['code', 'older'],
    ['runtime', 'node-1.0-arm'],
    ['corpus', 'other'],
    ['embedder', 'other'],
    ['dimensions', 12],
    ['entries', 99],
    ['sha256', '0'.repeat(64)],
  ])('when the manifest tells of another %s', async (name, value) => {
    const path = join(await home(), 'manifest.json')
    const manifest = z.looseObject({}).parse(JSON.parse(await readFile(path, 'utf8')))
    await writeFile(path, JSON.stringify({ ...manifest, [name]: value }))
    expect(await reopened()).toEqual({ cached: 'written', answers: right })
    expect((await reopened()).cached).toBe('read')
  })
})

const inHalfTheDimensions = () => ({
  ...source.embedder,
  dimensions: source.embedder.dimensions / 2,
  embed: async (texts: readonly string[]) =>
    (await source.embedder.embed(texts)).map((vector) => vector.subarray(0, source.embedder.dimensions / 2)),
})

/** Without hnswlib-node there is no graph to spoil. */
const library = await hnswLibrary()

describe('a half-written index is never read', () => {
  it.each<readonly [string, (home: string) => Promise<unknown>]>([
    ['without a manifest', (at) => rm(join(at, 'manifest.json'))],
    ['with an empty manifest', (at) => writeFile(join(at, 'manifest.json'), '')],
    ['with half a manifest', (at) => truncate(join(at, 'manifest.json'), 40)],
    ['with garbage for a manifest', (at) => writeFile(join(at, 'manifest.json'), '\0\0\0{]')],
    ['with null for a manifest', (at) => writeFile(join(at, 'manifest.json'), 'null')],
    ['without its index', (at) => rm(join(at, 'index.bin'))],
    ['with an empty index', (at) => truncate(join(at, 'index.bin'), 0)],
    ['with half its index', (at) => truncate(join(at, 'index.bin'), 5_000)],
    ['with a byte too many', (at) => appendFile(join(at, 'index.bin'), 'x')],
    ['with one byte changed', (at) => changeAt(join(at, 'index.bin'), 1_000)],
  ])('%s', async (_, spoil) => {
    await spoil(await home())
    expect(await reopened()).toEqual({ cached: 'written', answers: right })
    expect(await reopened()).toEqual({ cached: 'read', answers: right })
  })

  it.skipIf(library === undefined).each<readonly [string, (graph: string) => Promise<unknown>]>([
    ['missing', (graph) => rm(graph)],
    ['empty', (graph) => truncate(graph, 0)],
    ['cut in half', (graph) => truncate(graph, 20_000)],
    ['a byte too long', (graph) => appendFile(graph, 'x')],
    ['all zeros in its second half', (graph) => changeAt(graph, 20_000, 20_000)],
    ['changed in the middle', (graph) => changeAt(graph, 5_000, 500)],
  ])('whose graph is %s, opened by a process that may die of it', async (_, spoil) => {
    await spoil(join(await home(), 'graph.bin'))
    expect((await openInProcess(source.folder)).answers).toEqual(right)
  })

  it('nor one that a dying process left aside', async () => {
    const [kept, aside] = [await home(), `${await home()}.0f0f.tmp`]
    await mkdir(aside)
    for (const name of await readdir(kept)) await copyFile(join(kept, name), join(aside, name))
    await rm(kept, { recursive: true })
    await truncate(join(aside, 'index.bin'), 100)
    expect(await reopened()).toEqual({ cached: 'written', answers: right })
    expect(await reopened()).toEqual({ cached: 'read', answers: right })
  })
})

describe('where an index cannot be kept', () => {
  it('on a read-only disk, search works all the same, each time anew', async () => {
    const folder = await unwritableFolder()
    const unwritable = { cached: 'unwritable', answers: right }
    expect([await reopened({ folder }), await reopened({ folder })]).toEqual([unwritable, unwritable])
  })

  it('because a file is in its place, search works all the same', async () => {
    const folder = join(root, 'a-file')
    await writeFile(folder, '')
    expect(await reopened({ folder })).toEqual({ cached: 'unwritable', answers: right })
  })
})

it('of five processes that build at once, all answer right, and one whole index is left', async () => {
  const folder = join(root, 'at-once')
  const opened = await Promise.all(Array.from({ length: 5 }, () => openInProcess(folder)))
  expect(opened.map(({ answers }) => answers)).toEqual(Array(5).fill(right))
  expect(await readdir(folder)).toHaveLength(1)
  expect(await reopened({ folder })).toEqual({ cached: 'read', answers: right })
}, 60_000)

/** Root may write wherever a mode forbids it, but not where the kernel has no room for it. */
async function unwritableFolder(): Promise<string> {
  if (process.getuid?.() === 0) return '/sys/shirube'
  const folder = await mkdtemp(join(root, 'closed-'))
  await chmod(folder, 0o555)
  return join(folder, 'index')
}

/** Overwrites bytes with others: with zeros, or with ones where they were zeros. */
async function changeAt(path: string, start: number, length = 1): Promise<void> {
  const bytes = await readFile(path)
  const all = bytes.subarray(start, start + length)
  all.fill(all.every((byte) => byte === 0) ? 1 : 0)
  await writeFile(path, bytes)
}
