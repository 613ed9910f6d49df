import { z } from 'zod'
import { LANGS } from '../corpus/schema.ts'

/**
 * `about`: the entry that an answer rested on first, or how it ended. `reply`: which answer, so that whoever changes their mind
 * is counted once. `lang`: what the answer was written in.
 */
const about = {
  about: z.string().min(1).max(60),
  reply: z.string().min(1).max(100),
  lang: z.enum(LANGS),
}

/** What people can do with a reply, whoever they are; none of it is a firm's business. */
export const asideActions = [
  z.strictObject({ kind: z.literal('feedback'), ...about, helped: z.boolean() }),
  z.strictObject({ kind: z.literal('feedback_reason'), ...about }),
  /** Shows the others what only the speaker saw: the reply to that event of that thread, as it was. */
  z.strictObject({
    kind: z.literal('share'),
    thread: z.string().min(1).max(300),
    event: z.string().min(1).max(300),
    lang: z.enum(LANGS),
  }),
] as const

export type AsideAction = Readonly<z.infer<(typeof asideActions)[number]>>

const KINDS = new Set<string>(asideActions.map(({ shape }) => shape.kind.value))

export const isAside = (action: Readonly<{ kind: string }>): action is AsideAction => KINDS.has(action.kind)
