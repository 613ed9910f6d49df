import { z } from 'zod'

const item = z.string().min(1).max(40)

/** `dont_know` counts as not in place; `not_applicable` wants a reason and leaves the denominator. */
export const statusSchema = z.enum(['done', 'partly', 'not_yet', 'dont_know', 'not_applicable'])
export type Status = z.infer<typeof statusSchema>

/** What people can do with the checklist by pressing something. */
export const checklistActions = [
  /** `next`: the next best step. `unknowns`: what nobody knows yet. */
  z.strictObject({ kind: z.literal('view'), view: z.enum(['home', 'checklist', 'next', 'progress', 'unknowns']) }),
  z.strictObject({ kind: z.literal('item'), item }),
  z.strictObject({ kind: z.literal('answer'), item, status: statusSchema }),
  z.strictObject({ kind: z.literal('undo') }),
] as const
