import { z } from 'zod'

/** What people can do about their firm by pressing something. */
export const firmActions = [
  z.strictObject({ kind: z.literal('claim_manager') }),
  z.strictObject({ kind: z.literal('settings') }),
] as const
