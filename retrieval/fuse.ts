import type { DenseScores } from './dense/scores.ts'

/** What words and vectors say to one text. */
export type Asked = Readonly<{ lexical: Float32Array; dense: DenseScores }>

/**
 * Lexical and dense scores live on different scales and neither scale is the same for two questions, so each is turned
 * into standard scores (mean 0, deviation 1 over all entries) before they are added. Of several texts the middle counts.
 * The scores are written to `fused`, which has a place for every entry.
 */
export function fuse(asked: readonly Asked[], denseWeight: number, fused: Float32Array): Float32Array {
  fused.fill(0)
  for (const one of asked) addTo(fused, one, { denseWeight, share: 1 / asked.length })
  return fused
}

type Weights = Readonly<{ denseWeight: number; share: number }>

/** Loops over indices: with callbacks or iterators, this takes most of a search through 100,000 entries. */
function addTo(fused: Float32Array, { lexical, dense }: Asked, { denseWeight, share }: Weights): void {
  const words = momentsOf(lexical)
  const meaning = denseMomentsOf(dense, fused.length)
  const others = denseWeight * standardised(dense.others, meaning)
  for (let entry = 0; entry < fused.length; entry += 1) {
    fused[entry] = (fused[entry] ?? 0) + share * (standardised(lexical[entry] ?? 0, words) + others)
  }
  for (const { row, cosine } of dense.near) {
    fused[row] = (fused[row] ?? 0) + share * (denseWeight * standardised(cosine, meaning) - others)
  }
}

type Moments = Readonly<{ mean: number; deviation: number }>

/* eslint-disable @typescript-eslint/prefer-for-of -- see above */
function momentsOf(scores: Float32Array): Moments {
  let sum = 0
  for (let entry = 0; entry < scores.length; entry += 1) sum += scores[entry] ?? 0
  const mean = sum / Math.max(1, scores.length)
  let squares = 0
  for (let entry = 0; entry < scores.length; entry += 1) squares += ((scores[entry] ?? 0) - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / Math.max(1, scores.length)) }
}
/* eslint-enable @typescript-eslint/prefer-for-of */

/** Measured from the others, so that equal cosines leave a deviation of exactly 0. */
function denseMomentsOf({ near, others }: DenseScores, entries: number): Moments {
  const above = near.map(({ cosine }) => cosine - others)
  const mean = above.reduce((sum, one) => sum + one, 0) / Math.max(1, entries)
  const squares = above.reduce((sum, one) => sum + (one - mean) ** 2, (entries - near.length) * mean ** 2)
  return { mean: others + mean, deviation: Math.sqrt(squares / Math.max(1, entries)) }
}

const standardised = (score: number, { mean, deviation }: Moments): number =>
  deviation === 0 ? 0 : damped((score - mean) / deviation)

/** Standard scores above this are damped. */
const STRIKING = 4

/** A word that stands in one entry only lifts it sky-high, be the word "bread"; damped, it stays first but can be outdone. */
const damped = (score: number): number => (score <= STRIKING ? score : STRIKING + Math.log1p(score - STRIKING))
