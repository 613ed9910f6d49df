import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bagEmbedder, loadBagEmbedder, WEIGHTS } from '../../retrieval/embedder/bag.ts'
import { trainBag, type Example, type TrainingOptions } from '../../retrieval/embedder/training.ts'
import { encodeWeights, type BagWeights } from '../../retrieval/embedder/weights-file.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-embedder-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  (a ?? new Float32Array()).reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0)

describe('the embedder that ships', async () => {
  const embedder = await loadBagEmbedder(WEIGHTS)

  it('gives vectors of unit length and of the dimensions it names', async () => {
    const vectors = await embedder.embed(['パスワード', 'who has the key?', 'VPN', 'ﾊﾞｯｸｱｯﾌﾟ'])
    expect(vectors.map(({ length }) => length)).toEqual(Array(4).fill(embedder.dimensions))
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  })

  it('gives the zero vector for a text without a single known part', async () => {
    const [vector] = await embedder.embed([' …! 🎉 '])
    expect(vector).toEqual(new Float32Array(embedder.dimensions))
  })

  it('gives a text the same vector whatever stands beside it', async () => {
    const [alone] = await embedder.embed(['backup'])
    expect((await embedder.embed(['door', 'backup', 'key']))[1]).toEqual(alone)
    expect(await embedder.embed([])).toEqual([])
  })

  it('puts the same thing said in Japanese and in English nearer together than two different things', async () => {
    const [backup, same, other] = await embedder.embed([
      'take backups regularly',
      'バックアップを定期的に取る',
      '来客の受付',
    ])
    expect(cosine(backup, same)).toBeGreaterThan(cosine(backup, other) + 0.2)
  })

  it.each([
    ['its own subject', ['take backups regularly', 'パスワードを使い回さない'], 1],
    ['another subject in words it knows', ['will it rain tomorrow', 'how to bake bread', '確定申告はいつまで'], 0],
    ['gibberish', ['zxqvj wkqpz'], 0],
    ['nothing', [], 0],
  ])('is as familiar with %s as it should be', (_, texts, familiarity) => {
    expect(embedder.familiarity(texts)).toBe(familiarity)
  })

  it('has an id that changes with a single byte of its weights', async () => {
    const bytes = await readFile(WEIGHTS)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    const path = join(root, 'one-byte.bin')
    await writeFile(path, bytes)
    expect((await loadBagEmbedder(path)).id).not.toBe(embedder.id)
    expect((await loadBagEmbedder(WEIGHTS)).id).toBe(embedder.id)
  })
})

describe('a weights file', () => {
  it.each([0, 3, 11, 12, 13, 100, 8_204, 100_000, -1])('cut at byte %d is refused by name', async (at) => {
    const path = join(root, `cut-${at}.bin`)
    await writeFile(path, (await readFile(WEIGHTS)).subarray(0, at))
    await expect(loadBagEmbedder(path)).rejects.toThrow(new RegExp(`^${path}: .*npm run train`, 'u'))
  })

  it('with something after its end is refused by name', async () => {
    const path = join(root, 'long.bin')
    await writeFile(path, await readFile(WEIGHTS))
    await appendFile(path, 'x')
    await expect(loadBagEmbedder(path)).rejects.toThrow(new RegExp(`^${path}: .*npm run train`, 'u'))
  })

  it('that is something else is refused by name', async () => {
    const path = join(root, 'text.bin')
    await writeFile(path, 'this is no weights file, but long enough to be one')
    await expect(loadBagEmbedder(path)).rejects.toThrow(`${path}: not a weights file`)
  })

  it('embeds after writing and reading as it did before', async () => {
    const [buckets, dimensions] = [37, 5]
    const numbers = (most: number, length: number) =>
      fc.array(fc.integer({ min: -most, max: most }), { minLength: length, maxLength: length })
    const landmarks = fc.integer({ min: 0, max: 3 }).chain((many) => numbers(127, many * dimensions))
    const file = fc.tuple(numbers(9, buckets), numbers(127, buckets * dimensions), landmarks, landmarks)
    await fc.assert(
      fc.asyncProperty(file, async ([scales, values, inside, outside]) => {
        const weights: BagWeights = {
          buckets,
          dimensions,
          scales: Float32Array.from(scales, (scale) => Math.max(0, scale) / 8),
          values: Int8Array.from(values),
          landmarks: { inside: Int8Array.from(inside), outside: Int8Array.from(outside) },
        }
        const path = join(root, 'round.bin')
        await writeFile(path, encodeWeights(weights))
        const texts = ['password', 'パスワード', 'lock the door at night']
        const [read, written] = [await loadBagEmbedder(path), bagEmbedder(weights, 'x')]
        expect(await read.embed(texts)).toEqual(await written.embed(texts))
        expect(read.familiarity(texts)).toBe(written.familiarity(texts))
      }),
      { numRuns: 40 },
    )
  })
})

const TOY: TrainingOptions = {
  buckets: 4_096,
  dimensions: 16,
  epochs: 12,
  sharpness: 20,
  fewestTexts: 2,
  dropout: 0.2,
  learningRate: 0.01,
  seed: 7,
}

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  backup: [
    'take a backup',
    'backup copies of data',
    'restore the backup',
    'バックアップを取る',
    'データのバックアップ',
    'バックアップから戻す',
  ],
  door: [
    'lock the door',
    'who has the door key',
    'door left open at night',
    '扉の鍵をかける',
    '扉の鍵はだれが持つ',
    '夜に扉が開いていた',
  ],
  mail: [
    'a strange mail came',
    'do not open the mail',
    'mail with a link',
    '怪しいメールが来た',
    'メールを開かない',
    'メールのリンク',
  ],
}
const EXAMPLES: readonly Example[] = Object.entries(TEXTS).flatMap(([entry, texts]) =>
  texts.map((text) => ({ entry, text, outside: entry === 'mail' })),
)

describe('training', () => {
  it('gives the same bytes for the same examples and seed', () => {
    expect(encodeWeights(trainBag(EXAMPLES, TOY))).toEqual(encodeWeights(trainBag(EXAMPLES, TOY)))
  })

  it('gives other bytes for another seed', () => {
    const other = encodeWeights(trainBag(EXAMPLES, { ...TOY, seed: 8 }))
    expect(encodeWeights(trainBag(EXAMPLES, TOY))).not.toEqual(other)
  })

  it.each([
    ['backup', 'how often are backups taken'],
    ['backup', 'bakcup of the data'],
    ['backup', 'バックアップは何日おき'],
    ['door', 'the door key is lost'],
    ['door', '扉の鍵をなくした'],
    ['mail', 'opened a strange mail'],
    ['mail', '怪しいメールを開いた'],
  ])('puts a text about %s that it never saw nearest to the texts about it: %s', async (entry, text) => {
    const embedder = bagEmbedder(trainBag(EXAMPLES, TOY), 'toy')
    const [asked] = await embedder.embed([text])
    const nearness = await Promise.all(
      Object.entries(TEXTS).map(async ([other, texts]) => {
        const cosines = (await embedder.embed(texts)).map((vector) => cosine(asked, vector))
        return { other, cosine: cosines.reduce((sum, one) => sum + one, 0) }
      }),
    )
    expect(nearness.toSorted((a, b) => b.cosine - a.cosine)[0]?.other).toBe(entry)
  })

  it('leaves a word silent that it met in a single text', async () => {
    const once = [...EXAMPLES, { entry: 'mail', text: 'zqxjvk', outside: true }]
    const embedder = bagEmbedder(trainBag(once, { ...TOY, buckets: 65_536 }), 'toy')
    expect(await embedder.embed(['zqxjvk'])).toEqual([new Float32Array(TOY.dimensions)])
    expect(embedder.familiarity(['zqxjvk'])).toBe(0)
    expect(embedder.familiarity(['backup'])).toBe(1)
  })

  it('of nothing gives weights that know nothing', async () => {
    expect(await bagEmbedder(trainBag([], TOY), 'none').embed(['backup'])).toEqual([new Float32Array(TOY.dimensions)])
  })
})
