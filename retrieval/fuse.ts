/**
 * Lexical and dense scores live on different scales and neither scale is the same for two questions, so each is turned
 * into standard scores (mean 0, deviation 1 over all entries) before they are added.
 */
export function fuse(lexical: Float32Array, dense: Float32Array, denseWeight: number): Float32Array {
  const fused = new Float32Array(lexical.length)
  addStandardised(fused, lexical, 1)
  addStandardised(fused, dense, denseWeight)
  return fused
}

/** Standard scores above this are damped. */
const STRIKING = 4

/** Loops over indices: with callbacks or iterators, this takes most of a search through 100,000 entries. */
function addStandardised(fused: Float32Array, scores: Float32Array, weight: number): void {
  const { mean, deviation } = momentsOf(scores)
  if (deviation === 0) return
  for (let entry = 0; entry < fused.length; entry += 1) {
    fused[entry] = (fused[entry] ?? 0) + weight * damped(((scores[entry] ?? 0) - mean) / deviation)
  }
}

/* eslint-disable @typescript-eslint/prefer-for-of -- see above */
function momentsOf(scores: Float32Array): { mean: number; deviation: number } {
  let sum = 0
  for (let entry = 0; entry < scores.length; entry += 1) sum += scores[entry] ?? 0
  const mean = sum / Math.max(1, scores.length)
  let squares = 0
  for (let entry = 0; entry < scores.length; entry += 1) squares += ((scores[entry] ?? 0) - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / Math.max(1, scores.length)) }
}
/* eslint-enable @typescript-eslint/prefer-for-of */

/** A word that stands in one entry only lifts it sky-high, be the word "bread"; damped, it stays first but can be outdone. */
const damped = (score: number): number => (score <= STRIKING ? score : STRIKING + Math.log1p(score - STRIKING))
