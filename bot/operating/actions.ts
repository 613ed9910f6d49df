import { z } from 'zod'
import { LANGS } from '../../corpus/schema.ts'

const lang = z.enum(LANGS)
const id = z.string().min(1).max(100)

/** What whoever runs the deployment does in chat. A press tells no language and an operator is of no firm that would, so the button does. */
export const operatorActions = [
  z.strictObject({ kind: z.literal('letters_waiting'), lang: lang.optional() }),
  z.strictObject({ kind: z.literal('resend_letter'), letter: id, lang }),
  /** A firm's digest whose time came last: to whom it went, and to send it to whoever has none. */
  z.strictObject({ kind: z.literal('firm_digest'), firm: id }),
  z.strictObject({ kind: z.literal('send_firm_digest'), firm: id, lang }),
] as const

export type OperatorAction = Readonly<z.infer<(typeof operatorActions)[number]>>

const KINDS = new Set<string>(operatorActions.map(({ shape }) => shape.kind.value))

export const isOperatorAction = (action: Readonly<{ kind: string }>): action is OperatorAction => KINDS.has(action.kind)
