import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exactIndex } from '../../retrieval/dense/exact.ts'
import { buildHnsw, hnswIndex, hnswLibrary } from '../../retrieval/dense/hnsw.ts'
import type { Vectors } from '../../retrieval/dense/vectors.ts'
import { freshPoints } from '../../retrieval/index/points.ts'
import { toUnitLength } from '../../retrieval/embedder/embedder.ts'
import { seededRandom, type Random } from '../../retrieval/embedder/random.ts'
import { openInProcess } from './opened.ts'

/** Evenly spread over the sphere (normal coordinates by Box and Muller, scaled to unit length). */
const unitVector = (dimensions: number, random: Random): Float32Array =>
  toUnitLength(
    Float32Array.from(
      { length: dimensions },
      () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    ),
  )

function unitVectors(rows: number, dimensions: number, random: Random): Vectors {
  const values = new Float32Array(rows * dimensions)
  for (let row = 0; row < rows; row += 1) values.set(unitVector(dimensions, random), row * dimensions)
  return { rows, dimensions, values }
}

describe('exact search', () => {
  it('ranks as sorting every row does, equal ones in row order', () => {
    const coordinate = fc.constantFrom(-1, -0.5, 0, 0.25, 0.5, 1)
    const collection = fc.array(fc.tuple(coordinate, coordinate, coordinate), { maxLength: 30 })
    fc.assert(
      fc.property(collection, fc.tuple(coordinate, coordinate, coordinate), fc.nat(35), (rows, asked, limit) => {
        const index = exactIndex({ rows: rows.length, dimensions: 3, values: Float32Array.from(rows.flat()) })
        const cosine = (row: readonly number[]): number =>
          row.reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0)
        const expected = rows
          .map((row, number) => ({ row: number, cosine: cosine(row) }))
          .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
          .slice(0, limit)
        expect(index.nearest(Float32Array.from(asked), limit)).toEqual(expected)
      }),
    )
  })
})

const library = await hnswLibrary()

describe.skipIf(library === undefined)('approximate search', () => {
  it('finds at least 98 % of the true ten nearest among 5,000 random vectors of 96 dimensions', () => {
    if (library === undefined) return
    const random = seededRandom(2019)
    const vectors = unitVectors(5_000, 96, random)
    const [exact, approximate] = [
      exactIndex(vectors),
      hnswIndex(buildHnsw(library, vectors), freshPoints(vectors.rows)),
    ]
    let found = 0
    for (let question = 0; question < 500; question += 1) {
      const asked = unitVector(96, random)
      const truth = new Set(exact.nearest(asked, 10).map(({ row }) => row))
      found += approximate.nearest(asked, 10).filter(({ row }) => truth.has(row)).length
    }
    expect(found / 5_000).toBeGreaterThanOrEqual(0.98)
  }, 60_000)

  it('agrees with exact search in every row and cosine where there are few rows', () => {
    if (library === undefined) return
    const random = seededRandom(1)
    for (const rows of [1, 2, 10, 100]) {
      const vectors = unitVectors(rows, 16, random)
      const asked = unitVector(16, random)
      const near = hnswIndex(buildHnsw(library, vectors), freshPoints(rows)).nearest(asked, 10)
      const truth = exactIndex(vectors).nearest(asked, 10)
      expect(near.map(({ row }) => row)).toEqual(truth.map(({ row }) => row))
      for (const [at, { cosine }] of near.entries()) expect(cosine).toBeCloseTo(truth[at]?.cosine ?? NaN, 5)
    }
  })

  it('finds nothing where there is nothing', () => {
    if (library === undefined) return
    const none = { rows: 0, dimensions: 16, values: new Float32Array(0) }
    expect(hnswIndex(buildHnsw(library, none), freshPoints(0)).nearest(new Float32Array(16), 10)).toEqual([])
  })
})

describe('hnswlib-node', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shirube-hnsw-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  it('when it is missing, is replaced by exact search, which answers the same', async () => {
    const [without, usual] = await Promise.all([
      openInProcess(join(root, 'without'), 'missing'),
      openInProcess(join(root, 'with')),
    ])
    expect(without).toEqual({ cached: 'written', kind: 'exact', answers: usual.answers })
  })

  it.skipIf(library === undefined)(
    'when it comes or goes later, an index that was kept is read all the same',
    async () => {
      const { answers } = await openInProcess(join(root, 'without'), 'missing')
      expect(await openInProcess(join(root, 'without'))).toEqual({ cached: 'read', kind: 'hnsw', answers })
      expect(await openInProcess(join(root, 'with'), 'missing')).toEqual({ cached: 'read', kind: 'exact', answers })
    },
  )

  it('when it is there but does not load, stops the start and says what to do', async () => {
    await expect(openInProcess(join(root, 'broken'), 'broken')).rejects.toThrow('npm rebuild hnswlib-node')
  })
})
