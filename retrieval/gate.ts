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
const WEIGHTS: Signals = { ahead: 0.441, height: 0.021, margin: 0.023, known: 2.004, cosine: 4.953, agree: 0.292 }
const BIAS = -5.709

/** Below this the bot says that the corpus does not cover the question. */
const COVERED = 0.35
/** Two entries nearer than this cannot be told apart by what was asked. */
const CLOSE = 0.15

/** A message of no more words than this is a keyword, not a question. */
const BARE = 2
/** A bare word this far nearer to another topic belongs there. */
const STRANGE = -2

/** Probability that the corpus covers the question. */
export function coverageOf(signals: Signals): number {
  const logit = SIGNALS.reduce((sum, name) => sum + WEIGHTS[name] * signals[name], BIAS)
  return 1 / (1 + Math.exp(-logit))
}

/**
 * Bare words ("password", ウイルス) say too little to be sure of anything: where the corpus knows them and no other topic
 * claims them, the nearest entries are offered instead of a refusal.
 */
export function verdictOf(coverage: number, { ahead, margin, known }: Signals, words: number): Findings['verdict'] {
  if (coverage < COVERED) return words <= BARE && known === 1 && ahead > STRANGE ? 'close' : 'uncovered'
  return margin < CLOSE ? 'close' : 'covered'
}
