import { z } from 'zod'
import { idSchema as item } from '../checklist/answer.ts'

/** What managers can do with the digest by pressing something. */
export const digestActions = [
  /** How it would look now. */
  z.strictObject({ kind: z.literal('digest') }),
  /** The one whose time came last, to oneself: how it stands, and to have it sent. */
  z.strictObject({ kind: z.literal('send_digest_form') }),
  z.strictObject({ kind: z.literal('send_digest') }),
  /** As it was told, from the record; `2026-W48`, or the last one. */
  z.strictObject({ kind: z.literal('last_digest'), period: z.string().max(8).optional() }),
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
