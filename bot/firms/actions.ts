import { z } from 'zod'
import { CODE_PURPOSES } from './codes.ts'
import { STEPS } from './profile.ts'

const id = z.string().min(1).max(100)
/** Whether the person has read what follows from it. */
const sure = z.boolean()

/** What people can do about their firm by pressing something. */
export const firmActions = [
  /** The firm's profile, one short form at a time. */
  z.strictObject({ kind: z.literal('onboard'), step: z.enum(STEPS) }),
  z.strictObject({ kind: z.literal('save_profile'), step: z.enum(STEPS) }),
  z.strictObject({ kind: z.literal('settings') }),
  z.strictObject({ kind: z.literal('save_own_settings') }),
  z.strictObject({ kind: z.literal('firm_settings') }),
  z.strictObject({ kind: z.literal('save_firm_settings') }),
  z.strictObject({ kind: z.literal('leave'), sure }),
  z.strictObject({ kind: z.literal('people') }),
  z.strictObject({ kind: z.literal('member'), member: id }),
  z.strictObject({ kind: z.literal('save_member'), member: id }),
  z.strictObject({ kind: z.literal('remove_member'), member: id, sure }),
  z.strictObject({ kind: z.literal('bring_back'), member: id }),
  z.strictObject({ kind: z.literal('forget_member'), member: id, sure }),
  /** `make_code` shows it once; `enter_code` is the form, `redeem_code` what was typed in it. */
  z.strictObject({ kind: z.literal('make_code'), purpose: z.enum(CODE_PURPOSES) }),
  z.strictObject({ kind: z.literal('enter_code') }),
  z.strictObject({ kind: z.literal('redeem_code') }),
  z.strictObject({ kind: z.literal('supporters') }),
  z.strictObject({ kind: z.literal('end_support'), member: id, sure }),
  /** The firms that let the speaker in as their supporter. */
  z.strictObject({ kind: z.literal('portfolio') }),
  z.strictObject({ kind: z.literal('papers') }),
  z.strictObject({ kind: z.literal('exports') }),
  z.strictObject({ kind: z.literal('clear_sample') }),
  z.strictObject({ kind: z.literal('erase_firm') }),
  z.strictObject({ kind: z.literal('confirm_erase') }),
] as const

export type FirmAction = Readonly<z.infer<(typeof firmActions)[number]>>

const KINDS = new Set<string>(firmActions.map(({ shape }) => shape.kind.value))

export const isFirmAction = (action: Readonly<{ kind: string }>): action is FirmAction => KINDS.has(action.kind)
