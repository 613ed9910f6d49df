import { z } from 'zod'
import { idSchema as item } from '../checklist/answer.ts'

/** What managers can do with the digest by pressing something. */
export const digestActions = [
  /** How it would look now. */
  z.strictObject({ kind: z.literal('digest') }),
  z.strictObject({ kind: z.literal('digest_settings') }),
  z.strictObject({ kind: z.literal('save_digest_settings') }),
  // The decision it recommends
  z.strictObject({ kind: z.literal('decide_form'), item, on: z.enum(['owner', 'due']) }),
  z.strictObject({ kind: z.literal('decide'), item, on: z.enum(['owner', 'due']) }),
  /** Not now: it is recommended again in some weeks. */
  z.strictObject({ kind: z.literal('put_off'), item }),
] as const

export type DigestAction = Readonly<z.infer<(typeof digestActions)[number]>>

const KINDS = new Set<string>(digestActions.map(({ shape }) => shape.kind.value))

export const isDigestAction = (action: Readonly<{ kind: string }>): action is DigestAction => KINDS.has(action.kind)
