import { highestRows } from '../highest.ts'
import type { VectorIndex, Vectors } from './vectors.ts'

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
      return highestRows(cosines, limit).map((row) => ({ row, cosine: cosines[row] ?? 0 }))
    },
  }
}
