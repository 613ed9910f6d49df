import { SIGNS, type Candidate, type Signs } from './candidates.ts'

/**
 * The entry that a message is about. `isNear`: it is the one talked about, or stands close to it; `beside`: it was a close
 * decision, and this is the other one.
 */
export type Likeliest = Readonly<{ id: string; isNear: boolean; beside?: string }>

/**
 * Conditional logit on the development conversations; `npm run -s cli -- eval calibrate-follow-ups` prints it anew. `aspect` is
 * a quarter of what it prints: no case tells them apart, and "how often backups?" after another topic names a new one.
 */
const WEIGHTS: Signs = {
  alone: 0.36,
  together: 0.46,
  sibling: 0.38,
  alike: 0.55,
  before: 2.74,
  same: 3.65,
  newWords: -1.38,
  aspect: 0.6,
  leads: 0.01,
  likeLead: 6.62,
  likeHeard: 4.21,
  likeOther: 1.45,
  ledBefore: 3.01,
  likeStay: 7.89,
}

/** As close a decision as this, in log odds, is told: the other entry is named beside the answer. */
const CLOSE = 1

/** Undefined where there is nothing to choose from. */
export function likeliest(candidates: readonly Candidate[]): Likeliest | undefined {
  const [best, second] = candidates
    .map(({ id, signs }) => ({ id, signs, weight: weightOf(signs) }))
    .toSorted((a, b) => b.weight - a.weight)
  if (best === undefined) return undefined
  const isNear = NEARNESS.some((sign) => best.signs[sign] > 0)
  const isClose = second !== undefined && best.weight - second.weight < CLOSE
  return { id: best.id, isNear, ...(isClose ? { beside: second.id } : {}) }
}

const NEARNESS = ['same', 'leads', 'sibling', 'before'] as const

const weightOf = (signs: Signs): number => SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], 0)
