import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Count } from '../../../adapters/model/count.ts'
import { createProviderEmbedders } from '../../../adapters/model/embedder.ts'
import { answers, cutsOff, embeds, fails, isBusyFor, KEY, startProvider, type Provider } from './provider.ts'

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

const open = async (changed: Opening = {}) => (await openBoth(changed)).patient
const openHasty = async (changed: Opening = {}) => (await openBoth(changed)).hasty

type Opening = Readonly<{ folder?: string; model?: string; now?: () => number }>

const openBoth = (changed: Opening = {}) =>
  createProviderEmbedders({
    config: { provider: 'openai-compatible', model: changed.model ?? 'small', baseUrl: provider.url, apiKey: KEY },
    folder: changed.folder ?? folder,
    meter: (count) => counts.push(count),
    now: changed.now ?? Date.now,
    backOffMs: 1,
  })

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector)
async function keptFiles(): Promise<readonly Readonly<{ path: string; bytes: Buffer }>[]> {
  const files = (await readdir(folder)).map((name) => join(folder, name))
  return Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })))
}
const keptBytes = async (): Promise<readonly Buffer[]> => (await keptFiles()).map(({ bytes }) => bytes)
async function largest() {
  const [first] = [...(await keptFiles())].sort((one, other) => other.bytes.length - one.bytes.length)
  if (first === undefined) throw new Error('Nothing was kept')
  return first
}
const largestFile = async (): Promise<string> => (await largest()).path
const wholeFile = async (): Promise<Buffer> => (await largest()).bytes

describe('the embedder of a provider', () => {
  it('gives vectors of unit length, in order, under an id of provider, model and dimensions', async () => {
    provider.will(embeds(5))
    const embedder = await open()
    expect(embedder).toMatchObject({
      id: `openai-compatible/small@${new URL(provider.url).host}/5`,
      dimensions: 5,
    })
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
    await (await open()).embed(['a', 'b'])
    const hasty = await openHasty()
    const before = await keptBytes()
    await hasty.embed(['my own question'])
    expect(await keptBytes()).toEqual(before)
  })

  it.each<[string, (size: number) => Promise<Buffer>]>([
    ['was cut short', async (size) => (await wholeFile()).subarray(0, size - 5)],
    ['was cut in the head of a record', async (size) => (await wholeFile()).subarray(0, size - 15)],
    ['is damaged', async (size) => (await wholeFile()).fill(0x41, size - 8)],
    ['is nothing but zeros', (size) => Promise.resolve(Buffer.alloc(size))],
  ])('asks again for what is missing in a file that %s, and mends it', async (_, spoilt) => {
    provider.will(embeds(3))
    const vectors = await (await open()).embed(['a', 'b'])
    await writeFile(await largestFile(), await spoilt((await wholeFile()).length))
    expect(await (await open()).embed(['a', 'b'])).toEqual(vectors)
    provider.will(fails(500))
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
    provider.will(isBusyFor(300, embeds(3)))
    expect((await open()).dimensions).toBe(3)
  })

  it('leaves a provider alone that has just failed somebody, and asks again later', async () => {
    const clock = { now: 0 }
    provider.will(embeds(3), fails(400))
    const hasty = await openHasty({ now: () => clock.now })
    await expect(hasty.embed(['a'])).rejects.toThrow('it refused the request')
    await expect(hasty.embed(['a'])).rejects.toThrow('left alone')
    expect(provider.received).toHaveLength(2)
    provider.will(embeds(3))
    clock.now += 31_000
    expect(await hasty.embed(['a'])).toHaveLength(1)
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
