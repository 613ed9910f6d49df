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
  for (let row = 0; row < scores.length; row += 1) {
    const cosine = scores[row] ?? 0
    if (best.length === limit && cosine <= (best[limit - 1]?.cosine ?? 0)) continue
    let place = best.length
    while (place > 0 && (best[place - 1]?.cosine ?? 0) < cosine) place -= 1
    best.splice(place, 0, { row, cosine })
    if (best.length > limit) best.pop()
  }
  return best
}
