import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toUnitLength, type Embedder } from './embedder.ts'
import { featuresOf } from './features.ts'

/** The weights that ship with the project; `npm run train` makes them again. */
export const WEIGHTS = fileURLToPath(new URL('./weights.bin', import.meta.url))

/** One vector per bucket, stored as int8 with one scale per bucket. */
export type BagWeights = Readonly<{ buckets: number; dimensions: number; scales: Float32Array; values: Int8Array }>

const MAGIC = 0x53484231 // "SHB1"
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
  }
}

function embedOne({ buckets, dimensions, scales, values }: BagWeights, text: string): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const bucket of featuresOf(text, buckets)) {
    const scale = scales[bucket] ?? 0
    const start = bucket * dimensions
    for (let index = 0; index < dimensions; index += 1) {
      vector[index] = (vector[index] ?? 0) + scale * (values[start + index] ?? 0)
    }
  }
  return toUnitLength(vector)
}

/** Header (magic, buckets, dimensions as uint32 LE), scales as float32 LE, values as int8. */
export function encodeWeights({ buckets, dimensions, scales, values }: BagWeights): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + scales.byteLength + values.byteLength)
  const header = new DataView(bytes.buffer)
  header.setUint32(0, MAGIC, true)
  header.setUint32(4, buckets, true)
  header.setUint32(8, dimensions, true)
  bytes.set(new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength), HEADER_BYTES)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), HEADER_BYTES + scales.byteLength)
  return bytes
}

function decodeWeights(file: Uint8Array, path: string): BagWeights {
  const bytes = file.slice()
  const header = new DataView(bytes.buffer)
  if (bytes.length < HEADER_BYTES || header.getUint32(0, true) !== MAGIC) {
    throw new Error(`${path}: not a weights file of this embedder; run npm run train to make it again`)
  }
  const buckets = header.getUint32(4, true)
  const dimensions = header.getUint32(8, true)
  const valuesStart = HEADER_BYTES + buckets * Float32Array.BYTES_PER_ELEMENT
  if (bytes.length !== valuesStart + buckets * dimensions) {
    throw new Error(`${path}: cut short (${bytes.length} bytes); run npm run train to make it again`)
  }
  return {
    buckets,
    dimensions,
    scales: new Float32Array(bytes.buffer, HEADER_BYTES, buckets),
    values: new Int8Array(bytes.buffer, valuesStart),
  }
}
