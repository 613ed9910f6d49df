import type { VectorIndex } from './vectors.ts'

const NEIGHBOURS = 100

/** Per entry, its cosine to the question; entries not among the nearest take the lowest cosine seen. */
export function denseScores(index: VectorIndex, question: Float32Array, entries: number): Float32Array {
  const near = index.nearest(question, NEIGHBOURS)
  const scores = new Float32Array(entries).fill(near.at(-1)?.cosine ?? 0)
  for (const { row, cosine } of near) scores[row] = cosine
  return scores
}
