import { toUnitLength, type Embedder } from '../embedder/embedder.ts'
import { sentencesOf, type Indexable } from '../indexable.ts'
import type { Vectors } from './vectors.ts'

const AT_A_TIME = 256

/** One vector per entry, the direction in which its texts lie, and how many texts went into them. */
export type Centroids = Readonly<{ vectors: Vectors; passages: number }>

/**
 * Embeds every text of every entry and keeps the middle of each entry's texts: on the development cases the middle finds
 * the right clause more often than the nearest single text, and needs a twentieth of the room. An entry whose vector is
 * `known` is not embedded again.
 */
export async function centroidsOf(
  entries: readonly Indexable[],
  embedder: Embedder,
  known: (entry: number) => Float32Array | undefined = () => undefined,
): Promise<Centroids> {
  const { dimensions } = embedder
  const values = new Float32Array(entries.length * dimensions)
  const sentences = entries.map(sentencesOf)
  const texts = sentences.flatMap((own, entry) => {
    const vector = known(entry)
    if (vector === undefined) return own.map((text) => ({ entry, text }))
    values.set(vector, entry * dimensions)
    return []
  })
  for (let start = 0; start < texts.length; start += AT_A_TIME) {
    const batch = texts.slice(start, start + AT_A_TIME)
    const embedded = await embedder.embed(batch.map(({ text }) => text))
    for (const [index, { entry }] of batch.entries()) {
      addTo(values.subarray(entry * dimensions, (entry + 1) * dimensions), embedded[index])
    }
  }
  for (const entry of new Set(texts.map((one) => one.entry))) {
    toUnitLength(values.subarray(entry * dimensions, (entry + 1) * dimensions))
  }
  return { vectors: { rows: entries.length, dimensions, values }, passages: sentences.flat().length }
}

function addTo(sum: Float32Array, vector: Float32Array | undefined): void {
  for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) + (vector?.[index] ?? 0)
}
