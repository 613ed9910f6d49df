import type { Near, VectorIndex, Vectors } from './vectors.ts'

/** Compares with every row: the oracle the approximate index is tested against, and its stand-in where it is absent. */
export function exactIndex({ rows, dimensions, values }: Vectors): VectorIndex {
  return {
    kind: 'exact',
    nearest: (query, limit) => {
      const cosines = new Float32Array(rows)
      for (let row = 0; row < rows; row += 1) {
        const start = row * dimensions
        let cosine = 0
        for (let index = 0; index < dimensions; index += 1) {
          cosine += (query[index] ?? 0) * (values[start + index] ?? 0)
        }
        cosines[row] = cosine
      }
      return highest(cosines, limit)
    },
  }
}

/** The `limit` highest, best first; equal ones in row order. Keeps a short sorted list instead of sorting all rows. */
export function highest(scores: Float32Array, limit: number): Near[] {
  const best: Near[] = []
  for (const [row, cosine] of scores.entries()) {
    if (best.length < limit || cosine > (best.at(-1)?.cosine ?? Infinity)) insert(best, { row, cosine }, limit)
  }
  return best
}

function insert(best: Near[], near: Near, limit: number): void {
  const place = best.findLastIndex(({ cosine }) => cosine >= near.cosine) + 1
  best.splice(place, 0, near)
  if (best.length > limit) best.pop()
}
