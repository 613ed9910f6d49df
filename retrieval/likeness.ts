import type { Likeness } from '../bot/ports.ts'
import type { Embedder } from './embedder/embedder.ts'

/** Compares by an embedder's vectors. Those of the lists are kept, as they come again with the next message. */
export function createLikeness(embedder: Embedder): Likeness {
  const vectors = new Map<string, Float32Array>()
  return async (text, lists) => {
    const missing = [...new Set(lists.flat())].filter((one) => !vectors.has(one))
    const [said = new Float32Array(), ...embedded] = await embedder.embed([text, ...missing])
    for (const [at, vector] of embedded.entries()) vectors.set(missing[at] ?? '', vector)
    const to = (one: string): number => dot(said, vectors.get(one) ?? [])
    return lists.map((list) => (list.length === 0 ? 0 : Math.max(...list.map(to))))
  }
}

/** The cosine, as vectors are of unit length. */
function dot(one: Float32Array, other: ArrayLike<number>): number {
  let sum = 0
  for (const [at, value] of one.entries()) sum += value * (other[at] ?? 0)
  return sum
}
