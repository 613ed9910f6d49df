import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toUnitLength, type Embedder } from './embedder.ts'
import { featuresOf } from './features.ts'
import { decodeWeights, LANDMARK_LENGTH, type BagWeights } from './weights-file.ts'

/** The weights that ship with the project; `npm run train` makes them again. */
export const WEIGHTS = fileURLToPath(new URL('./weights.bin', import.meta.url))

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

/**
 * Below the first the vectors say nothing of the texts; from the second on they are at home. Security texts never trained
 * on lie at 0.20 and more; contracts, statutes and encyclopaedia articles at 0.12 and less.
 */
const STRANGE = 0.13
const FAMILIAR = 0.2

/** How much nearer the texts lie, on average, to something of the corpus than to something outside it. */
function familiarityOf(weights: BagWeights, texts: readonly string[]): number {
  const { inside, outside } = weights.landmarks
  const nearer = texts.map((text) => {
    const vector = embedOne(weights, text)
    return nearest(inside, vector) - nearest(outside, vector)
  })
  const mean = nearer.reduce((sum, one) => sum + one, 0) / Math.max(1, texts.length)
  return Math.min(1, Math.max(0, (mean - STRANGE) / (FAMILIAR - STRANGE)))
}

/** Cosine to the nearest landmark. */
function nearest(landmarks: Int8Array, vector: Float32Array): number {
  let highest = 0
  for (let start = 0; start < landmarks.length; start += vector.length) {
    let product = 0
    for (let index = 0; index < vector.length; index += 1) {
      product += (landmarks[start + index] ?? 0) * (vector[index] ?? 0)
    }
    highest = Math.max(highest, product)
  }
  return highest / LANDMARK_LENGTH
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
