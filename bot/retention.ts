import { levelAskedFor } from './answering/level-asked.ts'
import type { ChatEvent } from './event.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** How many days each thing is kept; docs/operating.md tells whoever runs the bot. */
export const KEPT_DAYS = {
  /** What was said and answered. */
  said: 30,
  /** The same in a firm that wants no record: as long as threads go on and platforms send things again. */
  unrecorded: 1,
  /** Whether an answer helped, and why not. */
  feedback: 365,
  /** Codes after their end, so that whoever enters one hears why it is refused; wrong entries. */
  codes: 1,
  /** How to reach somebody who belongs to no firm any more. */
  addresses: 30,
} as const
export type Kept = keyof typeof KEPT_DAYS

/** What is older than these goes. */
export type Ends = Readonly<Record<Kept, Date>>

export function endsAt(now: Date): Ends {
  const end = (days: number): Date => new Date(now.getTime() - days * DAY_MS)
  const { said, unrecorded, feedback, codes, addresses } = KEPT_DAYS
  return {
    said: end(said),
    unrecorded: end(unrecorded),
    feedback: end(feedback),
    codes: end(codes),
    addresses: end(addresses),
  }
}

/** What a firm that wants no record keeps of a question in place of its words: for whom its thread is to be worded. */
export function leftOfQuestion(event: ChatEvent): Readonly<Record<string, string>> {
  if (event.kind !== 'message') return {}
  const level = levelAskedFor(event.text) ?? event.level
  return { text: '', ...(level !== undefined && { level }) }
}
