import type { Hit } from '../../ports.ts'
import type { Subject } from './subject.ts'

/**
 * What a message means that neither only asks on nor clearly stands alone, by how well entries answer it. `beside`: it was
 * a close decision, and this is the other one.
 */
export type Lean =
  Readonly<{ kind: 'stay'; beside?: string }> | Readonly<{ kind: 'move'; to: string; isNear: boolean; beside?: string }>

export type Leaning = Readonly<{
  subject: Subject
  /** What the message finds by itself, best first. */
  hits: readonly Hit[]
  newWords: number
  /** Whether it asks if something is enough or must be, or adds one more thing to what was said ("… as well?", 「…も？」). */
  isAboutMeans: boolean
  /** Whether two entries are linked in the corpus, in either direction. */
  isLinked: (one: string, other: string) => boolean
}>

/** How much nearer an entry counts, in standard scores, that is linked to what was talked about. */
const LINKED_BONUS = 4

/**
 * Logistic regression on the development conversations; evals/ has them. `lead`: by how much the best other entry beats the
 * one talked about; `linked`: whether it is linked to that; `words`: log(1 + new words); `means`: asks whether something will do.
 */
const WEIGHTS = { lead: 0.42, linked: 1.33, words: 2.63, means: -2 }
const BIAS = -5.07
/** As close a decision as this is told: the other entry is named beside the answer. */
const CLOSE = 1

export function leanOf(leaning: Leaning): Lean {
  const { main } = leaning.subject
  const best = bestOther(leaning)
  if (best === undefined) return { kind: 'stay' }
  const logit = logitOf(best, leaning)
  const isClose = Math.abs(logit) < CLOSE
  return logit > 0
    ? { kind: 'move', to: best.id, isNear: best.isNear, ...(isClose ? { beside: main } : {}) }
    : { kind: 'stay', ...(isClose ? { beside: best.id } : {}) }
}

type Other = Hit & Readonly<{ isNear: boolean }>

function bestOther({ subject, hits, isLinked }: Leaning): Other | undefined {
  const said = [...subject.listed, ...subject.before]
  const others = hits
    .filter(({ id }) => id !== subject.main)
    .map((hit) => ({ ...hit, isNear: said.includes(hit.id) || isLinked(hit.id, subject.main) }))
  const worth = ({ score, isNear }: Other): number => score + (isNear ? LINKED_BONUS : 0)
  return others.toSorted((a, b) => worth(b) - worth(a))[0]
}

function logitOf(best: Other, { subject, hits, newWords, isAboutMeans }: Leaning): number {
  const own = (hits.find(({ id }) => id === subject.main) ?? hits.at(-1))?.score ?? 0
  return (
    BIAS +
    WEIGHTS.lead * (best.score - own) +
    WEIGHTS.linked * (best.isNear ? 1 : 0) +
    WEIGHTS.words * Math.log1p(newWords) +
    WEIGHTS.means * (isAboutMeans ? 1 : 0)
  )
}
