import { z } from 'zod'

/**
 * What Slack sends, as far as we read it (docs.slack.dev, November 2026). Unknown fields are left alone: Slack adds some every
 * month. `context_team_id` is the workspace the app acts in; a speaker's own team may be another (Slack Connect).
 */
const id = z.string().min(1)

export const messageEvent = z.object({
  type: z.enum(['app_mention', 'message']),
  user: id.optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  channel: id,
  channel_type: z.string().optional(),
  ts: id,
  thread_ts: id.optional(),
  user_team: id.optional(),
  source_team: id.optional(),
})

export const homeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  channel: id.optional(),
  tab: z.string(),
})

/** People's own tokens are revoked one by one; the app lives by its bot's. */
export const removed = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(id).min(1) }) }),
])

export const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  context_team_id: id.nullish(),
  event_id: id,
  event: z.object({ type: z.string() }).loose(),
})

const person = z.object({ id, name: z.string().optional(), username: z.string().optional(), team_id: id.optional() })

export const blockActions = z.object({
  type: z.literal('block_actions'),
  user: person,
  team: z.object({ id }).nullish(),
  trigger_id: z.string().optional(),
  response_url: z.url().optional(),
  channel: z.object({ id }).optional(),
  container: z.object({
    type: z.string(),
    message_ts: id.optional(),
    channel_id: id.optional(),
    thread_ts: id.optional(),
    is_ephemeral: z.boolean().optional(),
    view_id: id.optional(),
  }),
  view: z.object({ id, type: z.string(), private_metadata: z.string().optional() }).optional(),
  actions: z
    .array(z.object({ type: z.string(), action_id: z.string(), block_id: z.string(), value: z.string().optional() }))
    .min(1),
})

/** The state of one input in a modal: one of these holds the value, by the kind of the input. */
const inputState = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).optional(),
})
export type InputState = z.infer<typeof inputState>

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  user: person,
  team: z.object({ id }).nullish(),
  view: z.object({
    id,
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), inputState)) }),
  }),
})

export const slashCommand = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  team_id: id,
  user_id: id,
  user_name: z.string().default(''),
  channel_id: id,
  trigger_id: id,
  response_url: z.url(),
})
