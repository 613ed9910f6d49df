import type { Hit } from '../../ports.ts'
import type { Subject } from './subject.ts'

/** What a message means that neither only asks on nor clearly stands alone, by how well entries answer it. */
export type Lean = Readonly<{ kind: 'stay'; beside?: string }> | Readonly<{ kind: 'move'; to: string; isNear: boolean }>

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
/** Nearly moved: the other entry is named beside the answer. */
const NEARLY = -1

export function leanOf({ subject, hits, newWords, isAboutMeans, isLinked }: Leaning): Lean {
  const { main } = subject
  const said = [...subject.listed, ...subject.before]
  const isNear = (id: string): boolean => said.includes(id) || isLinked(id, main)
  const others = hits
    .filter(({ id }) => id !== main)
    .map((hit) => ({ ...hit, isNear: isNear(hit.id), worth: hit.score + (isNear(hit.id) ? LINKED_BONUS : 0) }))
  const best = others.toSorted((a, b) => b.worth - a.worth)[0]
  if (best === undefined) return { kind: 'stay' }
  const own = hits.find(({ id }) => id === main)?.score ?? hits.at(-1)?.score ?? 0
  const logit =
    BIAS +
    WEIGHTS.lead * (best.score - own) +
    WEIGHTS.linked * (best.isNear ? 1 : 0) +
    WEIGHTS.words * Math.log1p(newWords) +
    WEIGHTS.means * (isAboutMeans ? 1 : 0)
  if (logit > 0) return { kind: 'move', to: best.id, isNear: best.isNear }
  return { kind: 'stay', ...(logit > NEARLY ? { beside: best.id } : {}) }
}
