import { setTimeout as sleep } from 'node:timers/promises'
import { WebAPIPlatformError, type UsersInfoResponse, type WebClient } from '@slack/web-api'
import type { AddressBook } from '../../bot/delivery/address-book.ts'
import type { ChatEvent, Speaker } from '../../bot/event.ts'
import type { SlackAddress } from './address.ts'
import type { Clients } from './clients.ts'
import { outcomeOf } from './outcome.ts'

/**
 * Who is speaking. `complete` adds what an event alone does not say: the name, and whether the person is a guest. `forget` drops
 * what was looked up of a workspace.
 */
export type People = Readonly<{
  complete(event: ChatEvent, address: SlackAddress): Promise<ChatEvent>
  forget(team: string): void
}>

type PeopleNeeds = Readonly<{ clientFor: Clients; addressBook: AddressBook; now: () => number }>

/** Milliseconds: how long somebody who was made a guest can still be taken for a member. */
const FRESH = 30 * 60_000
/** People remembered at a time. */
const MOST = 10_000

type Known = Readonly<{ at: number; name: string | undefined; guest: boolean }>

/** Members' private addresses are remembered on contact, so that what is said first reaches them. */
export function createPeople({ clientFor, addressBook, now }: PeopleNeeds): People {
  const known = new Map<string, Known>()
  return {
    async complete(event, address) {
      const { speaker } = event
      if (speaker === undefined || speaker.standing === 'guest') return event
      const key = `${address.team}:${address.user}`
      const before = known.get(key)
      if (before !== undefined && now() - before.at < FRESH) return { ...event, speaker: completed(speaker, before) }
      const found = { at: now(), ...(await lookUp(address, clientFor)) }
      if (known.size >= MOST) known.clear()
      known.set(key, found)
      if (!found.guest) await remember(speaker, address, addressBook)
      return { ...event, speaker: completed(speaker, found) }
    },
    forget(team) {
      for (const key of known.keys()) if (key.startsWith(`${team}:`)) known.delete(key)
    },
  }
}

const completed = (speaker: Speaker, { name, guest }: Known): Speaker => ({
  ...speaker,
  name: name ?? speaker.name,
  standing: guest ? 'guest' : speaker.standing,
})

type Found = Omit<Known, 'at'>
type Who = Pick<SlackAddress, 'team' | 'user'>

async function lookUp({ team, user }: SlackAddress, clientFor: Clients): Promise<Found> {
  const client = await clientFor(team)
  if (client === undefined) return { name: undefined, guest: true }
  return readPatiently(client, { team, user }).catch((error: unknown) => {
    if (error instanceof WebAPIPlatformError && UNSEEN.has(error.data.error)) return { name: undefined, guest: true }
    throw error
  })
}

/** Seconds that somebody's answer waits for Slack to say who they are, so that the lease on it does not run out. */
const MOST_PATIENCE = 20

/** Asks once more where Slack did not answer, or asked for a while that the person can wait. */
async function readPatiently(client: WebClient, who: Who): Promise<Found> {
  try {
    return await read(client, who)
  } catch (error) {
    const outcome = outcomeOf(error, { repeatable: true })
    if (outcome.kind !== 'later' || outcome.seconds > MOST_PATIENCE) throw error
    await sleep(outcome.seconds * 1_000)
    return read(client, who)
  }
}

/** Slack's errors for people that the workspace does not know. */
const UNSEEN = new Set(['user_not_found', 'user_not_visible'])

async function read(client: WebClient, { team, user: id }: Who): Promise<Found> {
  const { user } = await client.users.info({ user: id })
  const name = [user?.profile?.display_name, user?.real_name, user?.name].find((one) => one !== undefined && one !== '')
  return { name, guest: isGuest(user, team) }
}

/** Guests inside the workspace, and people of another one (in an organisation, a member's home may be elsewhere). */
function isGuest(user: UsersInfoResponse['user'], team: string): boolean {
  if (user === undefined) return true
  if (user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true) return true
  const teams = user.enterprise_user?.teams ?? [user.team_id ?? team]
  return !teams.includes(team)
}

const remember = (speaker: Speaker, { team, user }: SlackAddress, addressBook: AddressBook): Promise<void> =>
  addressBook.remember({
    person: speaker.person,
    platform: 'slack',
    workspace: speaker.workspace,
    address: { team, user, place: 'direct' } satisfies SlackAddress,
  })
