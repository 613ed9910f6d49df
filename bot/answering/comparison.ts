import type { Retriever } from '../ports.ts'
import type { Reply } from '../reply.ts'
import { entriesOf, isSome, showNamed, type Asking } from './answer.ts'
import { subjectOf } from './follow-up/subject.ts'
import type { Said } from './said.ts'

type Sides = readonly [one: string, other: string]

/** Two things that somebody wants told apart. The longer patterns come first. */
const COMPARISONS: readonly RegExp[] = [
  /\bdifferences? between (?<one>.+?) and (?<other>.+)$/iu,
  /\bhow (?:is|are|does|do) (?<one>.+?) (?:different from|differ from|any different from) (?<other>.+)$/iu,
  /^(?<one>.+?) (?:vs\.?|versus|compared (?:to|with)) (?<other>.+)$/iu,
  /^(?<one>.+?)と(?:は)?(?<other>.+?)(?:って|は|で|の|との)?(?:何が|どう|どこが)?(?:違い|違う|ちがい|ちがう|差|区別)/u,
]

function readComparison(text: string): Sides | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s?.!。]+$/u, '')
  const found = COMPARISONS.map((comparison) => comparison.exec(plain)?.groups).find((groups) => groups !== undefined)
  const { one, other } = found ?? {}
  return one === undefined || other === undefined ? undefined : [one.trim(), other.trim()]
}

/**
 * Sets two entries side by side that were named by words, or by "that" for the one just answered. Undefined where either
 * side finds none of its own, or where a page of the corpus answers the question as a whole.
 */
export async function showComparison(
  { text, turns, findings }: Said,
  { retriever, ...asking }: Asking & Readonly<{ retriever: Retriever }>,
): Promise<Reply | undefined> {
  const sides = readComparison(text)
  if (sides === undefined || asking.knowledge.entry(findings.hits[0]?.id ?? '')?.kind === 'page') return undefined
  const main = subjectOf(turns)?.main
  const ids = await Promise.all(sides.map((side) => idFor(side, retriever, main)))
  const entries = entriesOf([...new Set(ids.filter((id) => id !== undefined))], asking.knowledge)
  return isSome(entries) && entries.length > 1 ? showNamed(entries, asking) : undefined
}

const POINTS_BACK = /^(?:that|this|it|the (?:first|previous) one|これ|それ|さっきの(?:もの|やつ|項目)?|この項目)$/iu

async function idFor(side: string, retriever: Retriever, main: string | undefined): Promise<string | undefined> {
  if (POINTS_BACK.test(side)) return main
  const { named, verdict, hits } = await retriever.find({ question: side, topic: side })
  return named[0] ?? (verdict === 'covered' || verdict === 'close' ? hits[0]?.id : undefined)
}
