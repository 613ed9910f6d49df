import type { Hit, Knowledge } from '../../ports.ts'
import { ASPECTS, type Facet } from '../facet.ts'
import { ONWARD_SIGNS, type OnwardSigns } from './onward.ts'
import type { Subject } from './subject.ts'

/**
 * What speaks for an entry as the one that a message is about, after earlier turns.
 * `alone`, `together`: how well it answers the message by itself, and the message behind the question talked about, in
 * standard scores. `sibling`: it lies in one category with the entry talked about; `alike`: the corpus says how the two differ;
 * `before`: an earlier answer rests on it. `same`: it is the entry talked about; `newWords`: log(1 + words that name something
 * new), and `aspect`: only an aspect was asked for, such as the cost; both count for that entry only. The others are
 * `OnwardSigns`.
 */
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>
export const SIGNS = [
  ...(['alone', 'together', 'sibling', 'alike', 'before', 'same', 'newWords', 'aspect'] as const),
  ...ONWARD_SIGNS,
] as const

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

/** Everything that a message may be about: what was talked about, what is linked to it, what was cited, what is found. */
export function mayBeMeant({ subject, alone, together }: Heard, knowledge: Knowledge): readonly string[] {
  const found = [alone, together].flatMap((hits) => hits.slice(0, FOUND).map(({ id }) => id))
  const { main, listed, before } = subject
  const goneOnTo = knowledge.onward(main).leads.keys()
  return [...new Set([main, ...listed, ...before, ...linkedTo(main, knowledge), ...goneOnTo, ...found])]
}

export function candidateFor(
  id: string,
  { subject, alone, together, facet, newWords, likeness }: Heard & Readonly<{ likeness: OnwardSigns }>,
  knowledge: Knowledge,
): Candidate {
  const isSame = id === subject.main
  const signs = {
    alone: scoreOf(id, alone),
    together: scoreOf(id, together),
    sibling: Number(!isSame && isSibling(id, subject.main, knowledge)),
    alike: Number(!isSame && isAlike(id, subject.main, knowledge)),
    before: Number(!isSame && subject.before.includes(id)),
    same: Number(isSame),
    newWords: isSame ? Math.log1p(newWords) : 0,
    aspect: Number(isSame && ASPECTS.has(facet)),
    ...likeness,
  }
  return { id, signs }
}

const linkedTo = (id: string, knowledge: Knowledge): readonly string[] => knowledge.entry(id)?.body.related ?? []

const isSibling = (one: string, other: string, knowledge: Knowledge): boolean =>
  categoryOf(one) === categoryOf(other) && [one, other].every((id) => knowledge.entry(id)?.kind === 'clause')

const isAlike = (one: string, other: string, knowledge: Knowledge): boolean =>
  toldApart(one, knowledge).includes(other) || toldApart(other, knowledge).includes(one)

function toldApart(id: string, knowledge: Knowledge): readonly string[] {
  const entry = knowledge.entry(id)
  return entry?.kind === 'clause' ? entry.body.differs.map(({ from }) => from) : []
}

/** CPS.AC of CPS.AC-7. */
const categoryOf = (id: string): string => id.replace(/-\d+$/u, '')

/** What was not found counts as the last that was. */
const scoreOf = (wanted: string, hits: readonly Hit[]): number =>
  (hits.find(({ id }) => id === wanted) ?? hits.at(-1))?.score ?? 0
