/** Turns texts into vectors of unit length in one space for both languages. `id` changes whenever the vectors would. */
export interface Embedder {
  readonly id: string
  readonly dimensions: number
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  /** From 0, for texts of a subject it was never taught, to 1, for its own; 1 for an embedder trained on everything. */
  familiarity(texts: readonly string[]): number
}

/** Scales to unit length in place; the zero vector (a text without a single known part) stays zero. */
export function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return vector
  const scale = 1 / Math.sqrt(squares)
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) * scale
  return vector
}
