import { z } from 'zod'
import { STATES } from '../../../bot/digest/ledger.ts'

const letterLine = z.strictObject({
  id: z.string(),
  firm: z.string(),
  kind: z.enum(['week', 'month', 'day']),
  period: z.string(),
  recipient: z.string(),
  at: z.iso.datetime(),
  instead: z.array(z.string()),
  state: z.enum(STATES),
  tries: z.int(),
  reason: z.string().nullable(),
  settled: z.iso.datetime().nullable(),
})
/** A letter as the operator sees it: whose and how it stands, never what it tells. */
export type OperatorLetter = z.infer<typeof letterLine>

/** Letters that the operator wants written for some members of a firm. */
export const lettersWanted = z.strictObject({
  firm: z.string(),
  period: z.string(),
  at: z.iso.datetime(),
  recipients: z.array(z.string()),
})

/** As in `ANSWERS`. */
export const LETTER_ANSWERS = {
  /** Uncertain and failed letters, oldest first. */
  stuck: z.array(letterLine),
  /** One of them, planned anew. */
  resend: letterLine,
  /** A firm's letters, the latest first. */
  letters: z.array(letterLine),
  /** How many weekly digests were written that were not there; about `lettersWanted` as JSON. */
  writeLetters: z.strictObject({ written: z.int() }),
  planner: z.strictObject({
    ran: z.iso.datetime().nullable(),
    trouble: z.string().nullable(),
    stand: z.record(z.string(), z.int()),
  }),
} as const
