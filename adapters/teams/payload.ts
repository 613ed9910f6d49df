import { z } from 'zod'

/**
 * What Teams sends, as far as we read it (the Bot Framework activity schema and Teams' channelData). Unknown fields are left
 * alone.
 */
const id = z.string().min(1)
const account = z.object({ id, name: z.string().optional(), aadObjectId: z.string().optional() })

export const activitySchema = z.object({
  type: z.string(),
  id: id.optional(),
  channelId: z.string().default('msteams'),
  serviceUrl: z.url(),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().optional(),
    tenantId: id.optional(),
  }),
  text: z.string().optional(),
  locale: z.string().optional(),
  replyToId: id.optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  value: z.unknown().optional(),
  channelData: z
    .object({ tenant: z.object({ id }).optional(), team: z.object({ id }).loose().optional() })
    .loose()
    .optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
})
export type TeamsActivity = Readonly<z.infer<typeof activitySchema>>

/** What a pressed card sends: `Action.Execute` as an invoke, `Action.Submit` as a message without text. */
export const executeSchema = z.object({
  action: z.object({ type: z.string(), verb: z.string().optional(), data: z.unknown().optional() }),
})
