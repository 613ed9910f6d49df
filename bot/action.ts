import { z } from 'zod'
import { asideActions } from './aside-actions.ts'
import { checklistActions } from './checklist/actions.ts'
import { digestActions } from './digest/actions.ts'
import { firmActions } from './firms/actions.ts'
import { operatorActions } from './operating/actions.ts'

/** What a button does at home. Every feature adds its own; a platform carries the code to the press and back and reads nothing in it. */
const homeSchema = z.discriminatedUnion('kind', [...checklistActions, ...digestActions, ...firmActions])
export type HomeAction = Readonly<z.infer<typeof homeSchema>>

/** A supporter does it in a firm that let them in; whether it did is asked at every press. */
const supportingSchema = z.strictObject({
  kind: z.literal('supporting'),
  firm: z.string().min(1).max(100),
  action: homeSchema,
})

/** What belongs to a firm, or to whoever runs the deployment; the desk does it. */
const deskActions = [
  ...checklistActions,
  ...digestActions,
  ...firmActions,
  ...operatorActions,
  supportingSchema,
] as const
export type DeskAction = Readonly<z.infer<(typeof deskActions)[number]>>

const actionSchema = z.discriminatedUnion('kind', [...deskActions, ...asideActions])
export type Action = Readonly<z.infer<typeof actionSchema>>

/** Short enough for a Slack button (2,000 characters): actions hold ids, never texts. */
export const encodeAction = (action: Action): string => JSON.stringify(action)

/** Undefined for a code that no button of this version makes: an old card, or somebody's own invention. */
export function decodeAction(code: string): Action | undefined {
  try {
    return actionSchema.safeParse(JSON.parse(code)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
