import { z } from 'zod'

/**
 * What Teams sends, as far as we read it (the Bot Framework activity schema and Teams' channelData). Unknown fields are left
 * alone.
 */
const id = z.string().min(1)
const account = z.object({ id, name: z.string().optional(), aadObjectId: id.optional(), role: z.string().optional() })

/** Of a message's entities, only mentions are read. */
const entity = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  mentioned: z.object({ id, name: z.string().optional() }).optional(),
})

export const activitySchema = z.object({
  type: z.string(),
  id,
  channelId: z.string(),
  serviceUrl: z.url(),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().optional(),
    tenantId: id.optional(),
  }),
  text: z.string().optional(),
  entities: z.array(entity).default([]),
  locale: z.string().optional(),
  replyToId: id.optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ tenant: z.object({ id }).optional() }).optional(),
})
export type TeamsActivity = Readonly<z.infer<typeof activitySchema>>

/** What a pressed card sends: `Action.Execute` as an invoke, `Action.Submit` as a message without text. */
export const executeSchema = z.object({
  action: z.object({ type: z.string(), verb: z.string().optional(), data: z.unknown().optional() }),
})

/** What the thumbs under a message send; `feedback` is JSON in a string, or that JSON itself. */
export const feedbackSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
})
export const feedbackTextSchema = z.object({ feedbackText: z.string() })
