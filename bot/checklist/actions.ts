import { z } from 'zod'
import { LANGS } from '../../corpus/schema.ts'
import { idSchema as item, STATUSES } from './answer.ts'

/** Which entry of the log is meant: what was pressed about an older answer says nothing of a newer one. */
const seq = z.number().int().positive()

export const STAGES = ['start', 'basics', 'show'] as const
export const PROJECTIONS = ['ipa', 'scs', 'cpsf'] as const

/** What people can do with the checklist by pressing something. */
export const checklistActions = [
  // To look at
  /** `next`: the next best step. `unknowns`: what nobody knows yet. `undo`: what would be taken back. */
  z.strictObject({
    kind: z.literal('view'),
    view: z.enum(['home', 'checklist', 'next', 'progress', 'unknowns', 'mine', 'overdue', 'expired', 'undo']),
  }),
  z.strictObject({ kind: z.literal('stage'), stage: z.enum(STAGES) }),
  z.strictObject({ kind: z.literal('item'), item }),
  z.strictObject({ kind: z.literal('more'), item }),
  z.strictObject({ kind: z.literal('vendor_message'), item, lang: z.enum(LANGS) }),
  z.strictObject({ kind: z.literal('history'), item }),
  /** The same answers seen from another framework. */
  z.strictObject({ kind: z.literal('projection'), of: z.enum(PROJECTIONS) }),
  // To answer
  z.strictObject({ kind: z.literal('answer_form'), item, status: z.enum(['partly', 'not_applicable']) }),
  z.strictObject({ kind: z.literal('answer'), item, status: z.enum(STATUSES) }),
  /** `seen`: the last entry that the form was filled in from; what others wrote since is left alone. */
  z.strictObject({ kind: z.literal('details'), item }),
  z.strictObject({ kind: z.literal('save_details'), item, seen: seq.or(z.literal(0)) }),
  z.strictObject({ kind: z.literal('remove_evidence'), item, added: seq }),
  /** Takes back all that was done in one go; what was taken back itself comes again. */
  z.strictObject({ kind: z.literal('undo'), seq }),
  // To look over
  z.strictObject({ kind: z.literal('confirm_answer'), item, answer: seq }),
  z.strictObject({ kind: z.literal('send_back_form'), item, answer: seq }),
  z.strictObject({ kind: z.literal('send_back'), item, answer: seq }),
] as const

export type ChecklistAction = Readonly<z.infer<(typeof checklistActions)[number]>>
