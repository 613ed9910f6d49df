import { z } from 'zod'
import { idSchema as item, STATUSES } from './answer.ts'

/** What people can do with the checklist by pressing something. */
export const checklistActions = [
  /** `next`: the next best step. `unknowns`: what nobody knows yet. */
  z.strictObject({ kind: z.literal('view'), view: z.enum(['home', 'checklist', 'next', 'progress', 'unknowns']) }),
  z.strictObject({ kind: z.literal('item'), item }),
  z.strictObject({ kind: z.literal('answer'), item, status: z.enum(STATUSES) }),
  z.strictObject({ kind: z.literal('undo') }),
] as const
