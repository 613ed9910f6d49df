import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toUnitLength, type Embedder } from './embedder.ts'
import { featuresOf } from './features.ts'

/** The weights that ship with the project; `npm run train` makes them again. */
export const WEIGHTS = fileURLToPath(new URL('./weights.bin', import.meta.url))

/** One vector per bucket, stored as int8 with one scale per bucket. */
export type BagWeights = Readonly<{ buckets: number; dimensions: number; scales: Float32Array; values: Int8Array }>

const MAGIC = 0x53484232 // "SHB2"
const HEADER_BYTES = 12

export async function loadBagEmbedder(path: string): Promise<Embedder> {
  const bytes = await readFile(path)
  return bagEmbedder(decodeWeights(bytes, path), createHash('sha256').update(bytes).digest('hex').slice(0, 12))
}

export function bagEmbedder(weights: BagWeights, version: string): Embedder {
  return {
    id: `bag-${version}`,
    dimensions: weights.dimensions,
    embed: (texts) => Promise.resolve(texts.map((text) => embedOne(weights, text))),
    familiarity: (texts) => familiarityOf(weights, texts),
  }
}

function familiarityOf({ buckets, scales }: BagWeights, texts: readonly string[]): number {
  let parts = 0
  let learned = 0
  for (const text of texts) {
    for (const bucket of featuresOf(text, buckets)) {
      parts += 1
      if ((scales[bucket] ?? 0) > 0) learned += 1
    }
  }
  return parts === 0 ? 0 : learned / parts
}

function embedOne({ buckets, dimensions, scales, values }: BagWeights, text: string): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const bucket of featuresOf(text, buckets)) {
    const scale = scales[bucket] ?? 0
    if (scale === 0) continue
    const start = bucket * dimensions
    for (let index = 0; index < dimensions; index += 1) {
      vector[index] = (vector[index] ?? 0) + scale * (values[start + index] ?? 0)
    }
  }
  return toUnitLength(vector)
}

/**
 * Header (magic, buckets, dimensions as uint32 LE); one bit per bucket that learned something; for those in order, scales
 * as float32 LE and values as int8. A silent bucket takes one bit.
 */
export function encodeWeights({ buckets, dimensions, scales, values }: BagWeights): Uint8Array {
  const learned = [...scales.keys()].filter((bucket) => (scales[bucket] ?? 0) > 0)
  const layout = layoutOf(buckets, dimensions, learned.length)
  const bytes = new Uint8Array(layout.end)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of [MAGIC, buckets, dimensions].entries()) view.setUint32(at * 4, value, true)
  for (const [at, bucket] of learned.entries()) {
    bytes[HEADER_BYTES + (bucket >> 3)] = (bytes[HEADER_BYTES + (bucket >> 3)] ?? 0) | (1 << (bucket & 7))
    view.setFloat32(layout.scales + at * 4, scales[bucket] ?? 0, true)
    const row = values.subarray(bucket * dimensions, (bucket + 1) * dimensions)
    bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), layout.values + at * dimensions)
  }
  return bytes
}

function decodeWeights(file: Uint8Array, path: string): BagWeights {
  const bytes = file.slice()
  const view = new DataView(bytes.buffer)
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new Error(`${path}: not a weights file of this embedder; run npm run train to make it again`)
  }
  const buckets = view.getUint32(4, true)
  const dimensions = view.getUint32(8, true)
  const learned: number[] = []
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (((bytes[HEADER_BYTES + (bucket >> 3)] ?? 0) >> (bucket & 7)) & 1) learned.push(bucket)
  }
  const layout = layoutOf(buckets, dimensions, learned.length)
  if (bytes.length !== layout.end) {
    throw new Error(
      `${path}: ${bytes.length} bytes instead of ${layout.end}, so it was cut short; run npm run train to make it again`,
    )
  }
  const weights = {
    buckets,
    dimensions,
    scales: new Float32Array(buckets),
    values: new Int8Array(buckets * dimensions),
  }
  for (const [at, bucket] of learned.entries()) {
    weights.scales[bucket] = view.getFloat32(layout.scales + at * 4, true)
    weights.values.set(new Int8Array(bytes.buffer, layout.values + at * dimensions, dimensions), bucket * dimensions)
  }
  return weights
}

function layoutOf(
  buckets: number,
  dimensions: number,
  learned: number,
): { scales: number; values: number; end: number } {
  const scales = HEADER_BYTES + Math.ceil(buckets / 8)
  const values = scales + learned * 4
  return { scales, values, end: values + learned * dimensions }
}
