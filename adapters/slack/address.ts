import { z } from 'zod'
import type { Address } from '../../bot/delivery/mailroom.ts'

/**
 * Where in Slack a reply goes. `team` picks the token. `message` is the card that was pressed; `response` is the short-lived
 * address that alone can change an ephemeral one. `trigger` opens a modal within three seconds.
 */
const slackAddress = z.object({
  team: z.string(),
  user: z.string(),
  place: z.enum(['channel', 'direct', 'home', 'command']),
  channel: z.string().optional(),
  thread: z.string().optional(),
  message: z.string().optional(),
  response: z.string().optional(),
  trigger: z.string().optional(),
  /** What the pressed card showed: a reply that shows the same takes its place. */
  shows: z.string().optional(),
  /** The open modal it was pressed in. */
  view: z.string().optional(),
  /** Sent from a modal, whose fields were answered there. */
  modal: z.boolean().optional(),
  /** The first input of the modal that was sent: Slack shows there what went wrong. */
  input: z.string().optional(),
})
export type SlackAddress = Readonly<z.infer<typeof slackAddress>>

export const readAddress = (address: Address): SlackAddress => slackAddress.parse(address)
