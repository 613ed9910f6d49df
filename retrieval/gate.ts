import type { Findings } from '../bot/ports.ts'
import { SIGNALS, type Signals } from './signals.ts'

/** Logistic regression on the development cases; `npm run -s cli -- eval calibrate` prints it anew. */
const WEIGHTS: Signals = { ahead: 0.6, height: -0.006, margin: 0.092, known: 2.159, cosine: 5.735, agree: -0.486 }
const BIAS = -6.373

/** Below this the bot says that the corpus does not cover the question. */
const COVERED = 0.35
/** Two entries nearer than this cannot be told apart by what was asked. */
const CLOSE = 0.15

/** A message of no more words than this is a keyword, not a question. */
const BARE = 2
/** A bare word this far nearer to another topic belongs there. */
const STRANGE = -2

/** At least this sure of a question that names a framework and finds its best entry there. */
const SURE_AS_NAMED = 0.6

/** Probability that the corpus covers the question. */
export function coverageOf(signals: Signals, asNamed: boolean): number {
  const logit = SIGNALS.reduce((sum, name) => sum + WEIGHTS[name] * signals[name], BIAS)
  return Math.max(1 / (1 + Math.exp(-logit)), asNamed ? SURE_AS_NAMED : 0)
}

/**
 * Bare words ("password", ウイルス) say too little to be sure of anything: where the corpus knows them and no other topic
 * claims them, the nearest entries are offered instead of a refusal.
 */
export function verdictOf(coverage: number, { ahead, margin, known }: Signals, words: number): Findings['verdict'] {
  if (coverage < COVERED) return words <= BARE && known === 1 && ahead > STRANGE ? 'close' : 'uncovered'
  return margin < CLOSE ? 'close' : 'covered'
}
