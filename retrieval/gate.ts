import type { Findings } from '../bot/ports.ts'

/**
 * What the gate looks at, for one question. None grows with the length of the question alone, as a raw BM25 score does.
 * `ahead`: fused score of the best entry over the best thing outside the corpus. `height`: fused score of the best entry.
 * `margin`: best over second-best entry. `known`: share of the question's rare words the corpus knows. `cosine`: of the
 * best entry. `agree`: 1 where words and vectors put the same entry first.
 */
export type Signals = Readonly<Record<(typeof SIGNALS)[number], number>>
export const SIGNALS = ['ahead', 'height', 'margin', 'known', 'cosine', 'agree'] as const

/** Logistic regression on the development cases; `npm run -s cli -- eval calibrate` prints it anew. */
const WEIGHTS: Signals = { ahead: 0.446, height: 0.003, margin: 0.142, known: 1.005, cosine: 5.789, agree: 0.065 }
const BIAS = -5.226

/** Below this the bot says that the corpus does not cover the question. */
const COVERED = 0.4
/** Two entries nearer than this cannot be told apart by what was asked. */
const CLOSE = 0.15

/** Probability that the corpus covers the question. */
export function coverageOf(signals: Signals): number {
  const logit = SIGNALS.reduce((sum, name) => sum + WEIGHTS[name] * signals[name], BIAS)
  return 1 / (1 + Math.exp(-logit))
}

export function verdictOf(coverage: number, { margin }: Signals): Findings['verdict'] {
  if (coverage < COVERED) return 'uncovered'
  return margin < CLOSE ? 'close' : 'covered'
}
