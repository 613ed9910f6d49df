import { z } from 'zod'
import type { Address } from '../../bot/delivery/mailroom.ts'

/**
 * Where in Teams a reply goes. `conversation` of a channel holds the thread in its id. `card` is the message whose card was
 * pressed and `shows` what it showed: a reply that shows the same takes its place.
 */
const teamsAddress = z.object({
  serviceUrl: z.url(),
  tenant: z.string(),
  conversation: z.string(),
  kind: z.enum(['personal', 'group', 'channel']),
  user: z.string(),
  bot: z.string(),
  card: z.string().optional(),
  shows: z.string().optional(),
})
export type TeamsAddress = Readonly<z.infer<typeof teamsAddress>>

export const readAddress = (address: Address): TeamsAddress => teamsAddress.parse(address)

/** The same place, with no card pressed in it. */
export const unpressed = ({ serviceUrl, tenant, conversation, kind, user, bot }: TeamsAddress): TeamsAddress => ({
  serviceUrl,
  tenant,
  conversation,
  kind,
  user,
  bot,
})
