import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exactIndex } from '../../retrieval/dense/exact.ts'
import { buildHnsw, changeHnsw, hnswIndex, hnswLibrary } from '../../retrieval/dense/hnsw.ts'
import { toUnitLength } from '../../retrieval/embedder/embedder.ts'
import { seededRandom, type Random } from '../../retrieval/embedder/random.ts'
import { openIndex } from '../../retrieval/index/cache.ts'
import { changeOf, freshPoints, type Points } from '../../retrieval/index/points.ts'
import { buildIndex, type SearchIndex } from '../../retrieval/index/search-index.ts'
import type { Indexable } from '../../retrieval/indexable.ts'
import { answersOf, SMALL, smallSource } from './small.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-update-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const added: Indexable = {
  id: 'badge-lost',
  shelf: 'plain',
  kind: 'topic',
  fields: { text: ['Somebody lost the badge that opens our door', '入館証をなくした'] },
}
const edited: Indexable = { ...added, id: SMALL[7]?.id ?? '' }

const CHANGES: readonly (readonly [string, readonly Indexable[]])[] = [
  ['an entry was edited', SMALL.with(7, edited)],
  ['an entry came in front', [added, ...SMALL]],
  ['entries went', SMALL.filter((_, entry) => entry % 9 !== 0)],
  ['all of it at once', [added, ...SMALL.with(50, { ...edited, id: SMALL[50]?.id ?? '' })].slice(0, -3)],
  ['the order was turned round', SMALL.toReversed()],
  ['most of it went', SMALL.slice(0, 20)],
]

/** All but where the points stand in the graph, which nobody sees. */
const made = (index: SearchIndex) => ({ ...index, nearest: undefined, points: undefined })

describe('an index that was there before is brought up to date', () => {
  it.each(CHANGES)('as if built anew when %s', async (_, entries) => {
    const source = await smallSource(folder)
    await openIndex(source)
    const { index } = await openIndex({ ...source, corpus: 'changed', entries })
    const fresh = await buildIndex(entries, source.embedder)
    expect(made(index)).toEqual(made(fresh))
    expect(await answersOf(index, source.embedder)).toEqual(await answersOf(fresh, source.embedder))
  })

  it('and is read like any other afterwards', async () => {
    const source = { ...(await smallSource(folder)), corpus: 'changed', entries: [added, ...SMALL.slice(2)] }
    await openIndex(await smallSource(folder))
    const [written, read] = [await openIndex(source), await openIndex(source)]
    expect([written.cached, read.cached]).toEqual(['written', 'read'])
    expect(read.index.points.labels[0]).toBe(SMALL.length)
    expect(await answersOf(read.index, source.embedder)).toEqual(await answersOf(written.index, source.embedder))
  })

  it('again and again', async () => {
    const source = await smallSource(folder)
    for (const [name, entries] of CHANGES) {
      const { index } = await openIndex({ ...source, corpus: name, entries })
      const fresh = await buildIndex(entries, source.embedder)
      expect(made(index)).toEqual(made(fresh))
      expect(await answersOf(index, source.embedder)).toEqual(await answersOf(fresh, source.embedder))
    }
  })

  it('by embedding the texts that are new, and no others', async () => {
    const source = await smallSource(folder)
    await openIndex(source)
    const embedded: string[] = []
    const listening = {
      ...source.embedder,
      embed: (texts: readonly string[]) => {
        embedded.push(...texts)
        return source.embedder.embed(texts)
      },
    }
    await openIndex({ ...source, corpus: 'changed', entries: SMALL.with(7, edited), embedder: listening })
    expect(embedded).toEqual(edited.fields['text'])
  })
})

describe('the points of a graph', () => {
  /** Mostly the same from one time to the next, so that little has changed. */
  const ids = fc
    .array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 })
    .map((gone) => Array.from({ length: 61 }, (_, id) => id).filter((id) => !gone.includes(id)))

  it('keep their labels, never share one, and are put anew just where the texts changed', () => {
    fc.assert(
      fc.property(ids, ids, fc.nat(60), (old, now, editedId) => {
        const standing = (all: readonly number[], version: string) => ({
          ids: all.map(String),
          contents: all.map((id) => (id === editedId ? version : 'same')),
        })
        const before = { ...standing(old, 'old'), points: freshPoints(old.length) }
        const change = changeOf(before, standing(now, 'new'))
        if (change === undefined) return
        const { points, put, struck } = change
        expect(new Set([...points.labels, ...struck]).size).toBe(points.used)
        for (const [entry, id] of now.entries()) {
          if (old.includes(id)) expect(points.labels[entry]).toBe(old.indexOf(id))
          expect(put.includes(entry)).toBe(!old.includes(id) || id === editedId)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are all put anew once a fifth has changed since the graph was built', () => {
    const contents = Array<string>(100).fill('same')
    const all = { ids: contents.map((_, entry) => String(entry)), contents }
    const editing = (entries: number): typeof all => ({
      ...all,
      contents: contents.map((one, at) => (at < entries ? 'new' : one)),
    })
    const points: Points = { ...freshPoints(100), changes: 15 }
    expect(changeOf({ ...all, points }, editing(5))?.points.changes).toBe(20)
    expect(changeOf({ ...all, points }, editing(6))).toBeUndefined()
  })
})

const library = await hnswLibrary()

it.skipIf(library === undefined)(
  'a graph with a fifth of its points changed finds 98 % of the true ten nearest',
  () => {
    if (library === undefined) return
    const random = seededRandom(7)
    const rows = 3_000
    const vectors = randomVectors(rows, random)
    const graph = buildHnsw(library, vectors)
    const put = Array.from({ length: rows / 10 }, (_, at) => at * 3)
    for (const row of put) vectors.values.set(unitVector(random), row * DIMENSIONS)
    const gone = rows / 10
    const left = { ...vectors, rows: rows - gone, values: vectors.values.subarray(0, (rows - gone) * DIMENSIONS) }
    const labels = freshPoints(rows).labels.subarray(0, left.rows)
    const points = { labels, used: rows, changes: put.length + gone }
    const struck = Array.from({ length: gone }, (_, at) => rows - 1 - at)
    changeHnsw(graph, left, { points, put: put.filter((row) => row < left.rows), struck })
    const [exact, approximate] = [exactIndex(left), hnswIndex(graph, points)]
    let found = 0
    for (let question = 0; question < 300; question += 1) {
      const asked = unitVector(random)
      const truth = new Set(exact.nearest(asked, 10).map(({ row }) => row))
      found += approximate.nearest(asked, 10).filter(({ row }) => truth.has(row)).length
    }
    expect(found / 3_000).toBeGreaterThanOrEqual(0.98)
  },
  60_000,
)

const DIMENSIONS = 96

const unitVector = (random: Random): Float32Array =>
  toUnitLength(Float32Array.from({ length: DIMENSIONS }, () => random() + random() + random() - 1.5))

function randomVectors(rows: number, random: Random) {
  const values = new Float32Array(rows * DIMENSIONS)
  for (let row = 0; row < rows; row += 1) values.set(unitVector(random), row * DIMENSIONS)
  return { rows, dimensions: DIMENSIONS, values }
}
