import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Count } from '../../../adapters/model/count.ts'
import { createProviderEmbedder } from '../../../adapters/model/embedder.ts'
import { answers, cutsOff, embeds, fails, KEY, startProvider, type Provider } from './provider.ts'

let provider: Provider
let folder = ''
let counts: Count[] = []
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-vectors-'))
  counts = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (changed: { folder?: string; model?: string } = {}) =>
  createProviderEmbedder({
    config: { provider: 'openai-compatible', model: changed.model ?? 'small', baseUrl: provider.url, apiKey: KEY },
    folder: changed.folder ?? folder,
    meter: (count) => counts.push(count),
    backOffMs: 1,
  })

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector)
const keptFiles = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))

describe('the embedder of a provider', () => {
  it('gives vectors of unit length, in order, under an id of provider, model and dimensions', async () => {
    provider.will(embeds(5))
    const embedder = await open()
    expect(embedder).toMatchObject({ id: 'openai-compatible/small/5', dimensions: 5 })
    expect(embedder.familiarity(['anything'])).toBe(1)
    const vectors = await embedder.embed(['one', '二つ', 'one', '  '])
    expect(vectors.map((vector) => lengthOf(vector).toFixed(4))).toEqual(['1.0000', '1.0000', '1.0000', '0.0000'])
    expect(vectors[2]).toEqual(vectors[0])
    expect(vectors[1]).not.toEqual(vectors[0])
    expect(provider.received.at(-1)).toMatchObject({
      path: '/v1/embeddings',
      input: ['one', '二つ'],
      authorization: `Bearer ${KEY}`,
    })
  })

  it('asks for many texts in batches', async () => {
    provider.will(embeds(3))
    const embedder = await open()
    const texts = Array.from({ length: 300 }, (_, index) => `text ${index}`)
    expect(await embedder.embed(texts)).toHaveLength(300)
    expect(provider.received.map(({ input }) => input.length)).toEqual([1, 128, 128, 44])
  })

  it('asks for nothing it has on disk, across a restart', async () => {
    provider.will(embeds(3))
    const first = await (await open()).embed(['a', 'b'])
    provider.will(fails(500))
    const second = await (await open()).embed(['b', 'a'])
    expect(second).toEqual(first.toReversed())
    expect(provider.received).toEqual([])
  })

  it('keeps the vectors of two models apart', async () => {
    provider.will(embeds(3))
    await (await open()).embed(['a', 'b'])
    provider.will(embeds(4))
    const other = await open({ model: 'large' })
    expect((await other.embed(['a', 'b'])).map(({ length }) => length)).toEqual([4, 4])
  })

  it('keeps nothing of a question on disk', async () => {
    provider.will(embeds(3))
    const embedder = await open()
    const before = await keptFiles()
    await embedder.embed(['my own question'])
    expect(await keptFiles()).toEqual(before)
  })

  it('asks again for a file that was cut short or damaged', async () => {
    provider.will(embeds(3))
    const vectors = await (await open()).embed(['a', 'b'])
    const [one = '', two = '', three = ''] = await keptFiles()
    await truncate(one, 7)
    await truncate(two, 4)
    await writeFile(three, Buffer.alloc((await readFile(three)).length, 0x41))
    expect(await (await open()).embed(['a', 'b'])).toEqual(vectors)
  })

  it('works on a disk it cannot write to', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    provider.will(embeds(3))
    expect(await (await open({ folder: file })).embed(['a', 'b'])).toHaveLength(2)
  })

  it.each([
    ['a 429', fails(429, { 'retry-after': '0.01' })],
    ['a 429 without a hint', fails(429)],
    ['a 500', fails(503)],
    ['a broken connection', cutsOff('')],
    ['broken JSON', answers(200, '{"data":[')],
    ['too few vectors', answers(200, '{"data":[]}')],
    ['a vector of nothing', answers(200, '{"data":[{"index":0,"embedding":[0,0,0]}]}')],
  ])('gets over %s', async (_, behaviour) => {
    provider.will(behaviour, behaviour, embeds(3))
    expect((await open()).dimensions).toBe(3)
    expect(counts.filter(({ kind }) => kind === 'called')).toHaveLength(3)
  })

  it('waits as long as the provider asks for', async () => {
    provider.will(fails(429, { 'retry-after': '1' }), embeds(3))
    const start = performance.now()
    await open()
    expect(performance.now() - start).toBeGreaterThan(990)
  })

  it.each([
    ['a refused key', fails(401), 1, 'it refused the key'],
    ['an unknown model', fails(404), 1, 'it refused the request; check the model name'],
    ['a provider that is down', fails(500), 6, 'it has a problem of its own'],
    ['another shape', answers(200, '{"vectors":[]}'), 6, 'it answered something else'],
  ])('says so and stops after %s, and never shows the key', async (...[, behaviour, requests, words]) => {
    provider.will(behaviour)
    const opening = open()
    await expect(opening).rejects.toThrow(`The embedding model small (openai-compatible) can't be used: ${words}`)
    await expect(opening).rejects.not.toHaveProperty('cause')
    await expect(opening.catch(String)).resolves.not.toContain('sk-test')
    expect(provider.received).toHaveLength(requests)
  })

  it('refuses vectors of another length than before', async () => {
    provider.will(embeds(3), embeds(4))
    const embedder = await open()
    await expect(embedder.embed(['a'])).rejects.toThrow('changed the length of its vectors')
  })
})
