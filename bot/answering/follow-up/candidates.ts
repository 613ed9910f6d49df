import type { Hit, Knowledge } from '../../ports.ts'
import type { Facet } from '../facet.ts'
import type { Subject } from './subject.ts'

/**
 * What speaks for an entry as the one that a message is about, after earlier turns.
 * `alone`, `together`: how well it answers the message by itself, and the message behind the question talked about, in
 * standard scores. `linked`: the corpus links it to the entry talked about; `sibling`: both lie in one category; `before`: an
 * earlier answer rests on it. `same`: it is the entry talked about; `newWords`: log(1 + words that name something new), and
 * `aspect`: only an aspect was asked for, such as the cost; both count for that entry only.
 */
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>
export const SIGNS = ['alone', 'together', 'linked', 'sibling', 'before', 'same', 'newWords', 'aspect'] as const

export type Candidate = Readonly<{ id: string; signs: Signs }>

export type Heard = Readonly<{
  subject: Subject
  /** What the message finds by itself, and behind the question talked about; both best first. */
  alone: readonly Hit[]
  together: readonly Hit[]
  facet: Facet
  newWords: number
}>

/** So many of what a search found may be meant. */
const FOUND = 10

/** Aspects of a thing already named: nobody opens a conversation with them. */
const ASPECTS: ReadonlySet<Facet> = new Set(['cost', 'often', 'gist', 'why', 'evidence'])

/** Everything that a message may be about: what was talked about, what is linked to it, what was cited, what is found. */
export function candidatesFor(heard: Heard, knowledge: Knowledge): readonly Candidate[] {
  const { subject, alone, together, facet, newWords } = heard
  const linked = linkedTo(subject.main, knowledge)
  const found = [alone, together].flatMap((hits) => hits.slice(0, FOUND).map(({ id }) => id))
  const ids = new Set([subject.main, ...subject.listed, ...subject.before, ...linked, ...found])
  const [scoreAlone, scoreTogether] = [scoresOf(alone), scoresOf(together)]
  return [...ids].map((id) => {
    const isSame = id === subject.main
    const signs = {
      alone: scoreAlone(id),
      together: scoreTogether(id),
      linked: Number(!isSame && isLinked(id, subject.main, knowledge)),
      sibling: Number(!isSame && isSibling(id, subject.main, knowledge)),
      before: Number(!isSame && subject.before.includes(id)),
      same: Number(isSame),
      newWords: isSame ? Math.log1p(newWords) : 0,
      aspect: Number(isSame && ASPECTS.has(facet)),
    }
    return { id, signs }
  })
}

const linkedTo = (id: string, knowledge: Knowledge): readonly string[] => knowledge.entry(id)?.body.related ?? []

const isLinked = (one: string, other: string, knowledge: Knowledge): boolean =>
  linkedTo(one, knowledge).includes(other) || linkedTo(other, knowledge).includes(one)

const isSibling = (one: string, other: string, knowledge: Knowledge): boolean =>
  categoryOf(one) === categoryOf(other) && [one, other].every((id) => knowledge.entry(id)?.kind === 'clause')

/** CPS.AC of CPS.AC-7. */
const categoryOf = (id: string): string => id.replace(/-\d+$/u, '')

/** The score of an entry; what was not found counts as the last that was. */
function scoresOf(hits: readonly Hit[]): (id: string) => number {
  const scores = new Map(hits.map(({ id, score }) => [id, score]))
  const lowest = hits.at(-1)?.score ?? 0
  return (id) => scores.get(id) ?? lowest
}
