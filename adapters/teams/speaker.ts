import type { Speaker } from '../../bot/event.ts'
import type { Lang } from '../../corpus/schema.ts'
import type { TeamsAddress } from './address.ts'
import { isLoopback } from './local.ts'
import type { TeamsActivity } from './payload.ts'

/** The tenant that the conversation lives in. Tools on this machine may name none. */
export const tenantOf = ({ conversation, channelData }: TeamsActivity): string =>
  channelData?.tenant?.id ?? conversation.tenantId ?? 'local'

/**
 * Who an activity says is speaking: somebody of the conversation's tenant, until the connector says more (`people.ts`). Whoever
 * has no directory id came in without signing in; who comes from Teams itself and names no tenant belongs to none.
 */
export function speakerOf(activity: TeamsActivity): Speaker {
  const tenant = tenantOf(activity)
  const { from } = activity
  return {
    workspace: `teams:${tenant}`,
    person: `teams:${tenant}:${from.aadObjectId ?? from.id}`,
    name: from.name ?? from.id,
    standing: isKnown(activity) ? 'member' : 'guest',
    place: addressOf(activity).kind === 'personal' ? 'private' : 'public',
  }
}

const isKnown = (activity: TeamsActivity): boolean =>
  tenantOf(activity) === 'local' ? isLoopback(activity.serviceUrl) : activity.from.aadObjectId !== undefined

/** The same person as a guest, under the tenant that is their own. */
export function asGuest(speaker: Speaker, { tenant }: TeamsAddress, home: string): Speaker {
  const id = speaker.person.slice(`teams:${tenant}:`.length)
  return { ...speaker, workspace: `teams:${home}`, person: `teams:${home}:${id}`, standing: 'guest' }
}

export const threadOf = ({ conversation }: Pick<TeamsAddress, 'conversation'>): string => `teams:${conversation}`
export const conversationIn = (thread: string): string => thread.slice('teams:'.length)

/** A channel's id names the thread as well, or doesn't, depending on who says it. */
export const withoutThread = ({ conversation }: Pick<TeamsAddress, 'conversation'>): string =>
  conversation.split(';')[0] ?? conversation

/** What a posted message is kept under. */
export const messageKey = (address: Pick<TeamsAddress, 'conversation'>, id: string): string =>
  `${withoutThread(address)}:${id}`

export const addressOf = (activity: TeamsActivity): TeamsAddress => ({
  serviceUrl: activity.serviceUrl,
  tenant: tenantOf(activity),
  conversation: activity.conversation.id,
  kind: kindOf(activity.conversation.conversationType),
  user: activity.from.id,
  bot: activity.recipient.id,
})

function kindOf(type: string | undefined): TeamsAddress['kind'] {
  if (type === 'channel') return 'channel'
  return type === 'groupChat' ? 'group' : 'personal'
}

/** The language of the person's Teams, for what is said to them before they say anything. */
export function langOf({ locale = '' }: TeamsActivity): Lang | undefined {
  if (locale.startsWith('ja')) return 'ja'
  return locale.startsWith('en') ? 'en' : undefined
}
