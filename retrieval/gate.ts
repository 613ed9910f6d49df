import type { Findings } from '../bot/ports.ts'
import { SIGNALS, type Signals } from './signals.ts'

/** Logistic regression on the development cases; `npm run -s cli -- eval calibrate` prints it anew. */
const WEIGHTS: Signals = { ahead: 0.571, height: -0.15, margin: -0.109, known: 2.286, cosine: 7.088, agree: -0.019 }
const BIAS = -5.805

/** Below this the bot says that the corpus does not cover the question. */
const COVERED = 0.4
/** Two entries nearer than this cannot be told apart by what was asked. */
const CLOSE = 0.15

/** A message of no more words than this is a keyword, not a question. */
const BARE = 2
/** A bare word this far nearer to another topic belongs there. */
const STRANGE = -2
/** A single word further from its entry than this is only mentioned there: "kiln" in the story of a pottery. */
const MENTIONED = 0.4

/** At least this sure of a question that names a framework and finds its best entry there. */
const SURE_AS_NAMED = 0.6

/** Probability that the corpus covers the question. */
export function coverageOf(signals: Signals, asNamed: boolean): number {
  const logit = SIGNALS.reduce((sum, name) => sum + WEIGHTS[name] * signals[name], BIAS)
  return Math.max(1 / (1 + Math.exp(-logit)), asNamed ? SURE_AS_NAMED : 0)
}

/**
 * A question without a single word the corpus knows is about something else, wherever its letters point. Bare words
 * ("password", 退職) say too little to be sure of anything: where the corpus is about them and no other topic claims them,
 * the nearest entries are offered instead of a refusal.
 */
export function verdictOf(coverage: number, signals: Signals, words: number): Findings['verdict'] {
  const { ahead, margin, known, cosine } = signals
  const isBare = words <= BARE
  if (known === 0 || (words <= 1 && cosine < MENTIONED)) return 'uncovered'
  if (coverage < COVERED) return isBare && known === 1 && ahead > STRANGE ? 'close' : 'uncovered'
  return margin < CLOSE ? 'close' : 'covered'
}
