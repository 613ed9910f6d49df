import type { Turn } from '../../ports.ts'
import { choicesOf, citationsOf } from '../../reply.ts'
import { readFacet, type Facet } from '../facet.ts'

/** What a conversation is about, as far as it was answered. */
export type Subject = Readonly<{
  /** The entry that the last answer rests on. */
  main: string
  /** What can be picked by number: what was offered last, or else what the last answer cites. */
  listed: readonly string[]
  /** The last list of several that was shown, perhaps before one of them was picked: "and the first one?". */
  shown: readonly string[]
  /** What earlier answers rest on, the nearest first. */
  before: readonly string[]
  /** The question by which the conversation came to that entry; empty where a button was pressed. */
  question: string
  /** What was asked of it last. */
  facet: Facet
}>

/** How many turns back something can still be meant. */
const REMEMBERED = 8

/** A list further back than this many answers is out of mind. */
const LISTS_BACK = 2

/** Thanks, small talk and refusals in between change nothing. Undefined where nothing was answered yet. */
export function subjectOf(turns: readonly Turn[]): Subject | undefined {
  const recent = turns.slice(-REMEMBERED).toReversed()
  const [last, ...earlier] = recent.filter(isAnswer)
  const [main] = last === undefined ? [] : citedIn(last)
  if (last === undefined || main === undefined) return undefined
  const left = earlier.findIndex((turn) => citedIn(turn)[0] !== main)
  const opening = left === -1 ? (earlier.at(-1) ?? last) : (earlier[left - 1] ?? last)
  return {
    main,
    listed: listedIn(recent) ?? citedIn(last),
    shown: [last, ...earlier.slice(0, LISTS_BACK)].map(citedIn).find((ids) => ids.length > 1) ?? [],
    before: earlier.flatMap((turn) => citedIn(turn).slice(0, 1)),
    question: textOf(opening),
    facet: readFacet(textOf(last)).facet,
  }
}

const textOf = ({ event }: Turn): string => (event.kind === 'message' ? event.text : '')

/** What the answers of a conversation rested on, each of them once. */
export const toldIn = (turns: readonly Turn[]): readonly string[] => [
  ...new Set(turns.filter(isAnswer).flatMap((turn) => citedIn(turn).slice(0, 1))),
]

/** What was offered to choose from, if that is the last thing that was said. */
export function listedIn(newestFirst: readonly Turn[]): readonly string[] | undefined {
  const offered = newestFirst[0] === undefined ? [] : choicesOf(newestFirst[0].reply).map(({ id }) => id)
  return offered.length === 0 ? undefined : offered
}

/** The question that was just refused. */
export function refusedIn(turns: readonly Turn[]): string | undefined {
  const last = turns.at(-1)
  return last?.event.kind === 'message' && last.reply.outcome === 'not_covered' ? last.event.text : undefined
}

const isAnswer = (turn: Turn): boolean =>
  (turn.reply.outcome === 'answered' || turn.reply.outcome === 'ask_back') && citedIn(turn).length > 0

const citedIn = ({ reply }: Turn): readonly string[] => citationsOf(reply).map(({ id }) => id)
