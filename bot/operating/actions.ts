import { z } from 'zod'
import { LANGS } from '../../corpus/schema.ts'

/** What whoever runs the deployment does in chat. A press tells no language and an operator is of no firm that would, so the button does. */
export const operatorActions = [
  z.strictObject({ kind: z.literal('letters_waiting') }),
  z.strictObject({ kind: z.literal('resend_letter'), letter: z.string().min(1).max(100), lang: z.enum(LANGS) }),
] as const

export type OperatorAction = Readonly<z.infer<(typeof operatorActions)[number]>>

const KINDS = new Set<string>(operatorActions.map(({ shape }) => shape.kind.value))

export const isOperatorAction = (action: Readonly<{ kind: string }>): action is OperatorAction => KINDS.has(action.kind)
