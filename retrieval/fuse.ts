/**
 * Lexical and dense scores live on different scales and neither scale is the same for two questions, so each is turned
 * into standard scores (mean 0, deviation 1 over all entries) before they are added.
 */
export function fuse(lexical: Float32Array, dense: Float32Array, denseWeight: number): Float32Array {
  const a = standardised(lexical)
  const b = standardised(dense)
  return a.map((value, index) => value + denseWeight * (b[index] ?? 0))
}

/** Standard scores above this are damped. */
const STRIKING = 4

function standardised(scores: Float32Array): Float32Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length)
  const deviation = Math.sqrt(variance)
  return deviation === 0 ? new Float32Array(scores.length) : scores.map((score) => damped((score - mean) / deviation))
}

/** A word that stands in one entry only lifts it sky-high, be the word "bread"; damped, it stays first but can be outdone. */
const damped = (score: number): number => (score <= STRIKING ? score : STRIKING + Math.log1p(score - STRIKING))
