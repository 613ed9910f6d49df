import { SIGNS, type Candidate, type Signs } from './candidates.ts'

/**
 * The entry that a message is about. `isNear`: it is the one talked about, or stands close to it; `beside`: it was a close
 * decision, and this is the other one.
 */
export type Likeliest = Readonly<{ id: string; isNear: boolean; beside?: string }>

/** Conditional logit on the development conversations; `npm run -s cli -- eval calibrate-follow-ups` prints it anew. */
const WEIGHTS: Signs = {
  alone: 0.3,
  together: 0.52,
  sibling: 0.22,
  alike: 0.54,
  before: 2.86,
  same: 3.81,
  newWords: -1.37,
  aspect: 0.49,
  leads: 0.25,
  likeLead: 5.14,
  likeHeard: 4.79,
  likeOther: 2.53,
  ledBefore: 2.71,
  likeStay: 6.95,
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
