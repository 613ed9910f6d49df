import type { AddressBook } from '../../bot/delivery/address-book.ts'
import type { ChatEvent, Speaker } from '../../bot/event.ts'
import { unpressed, type TeamsAddress } from './address.ts'
import type { Connector, Member } from './connector.ts'
import { isGone } from './outcome.ts'
import { asGuest, withoutThread } from './speaker.ts'

/**
 * Who is speaking. `complete` adds what an activity alone does not say: the name, and whether the person is a guest of the
 * conversation's tenant. `meet` does so. Both remember the way to a member's private chat, mending it where it was broken.
 */
export type People = Readonly<{
  complete(event: ChatEvent, address: TeamsAddress): Promise<ChatEvent>
  meet(speaker: Speaker, address: TeamsAddress): Promise<Speaker>
}>

type PeopleNeeds = Readonly<{ connector: Connector; addressBook: AddressBook; now: () => number }>

/** Milliseconds: how long somebody who was made a guest can still be taken for a member. */
const FRESH = 30 * 60_000
/** People remembered at a time. */
const MOST = 10_000

type Known = Readonly<{ at: number; name: string | undefined; home: string; guest: boolean }>

export function createPeople({ connector, addressBook, now }: PeopleNeeds): People {
  const known = new Map<string, Known>()
  const meet = async (speaker: Speaker, address: TeamsAddress): Promise<Speaker> => {
    const { serviceUrl, tenant, user } = address
    const key = JSON.stringify([serviceUrl, tenant, withoutThread(address), user])
    const before = known.get(key)
    const isFresh = before !== undefined && now() - before.at < FRESH
    const found = isFresh ? before : { at: now(), ...(await lookUp(address, connector)) }
    if (known.size >= MOST) known.clear()
    known.set(key, found)
    const met = completed(speaker, found, address)
    if (met.place === 'private' && met.standing === 'member') await addressBook.remember(knownAt(met, address))
    return met
  }
  return {
    async complete(event, address) {
      const { speaker } = event
      return speaker === undefined ? event : { ...event, speaker: await meet(speaker, address) }
    },
    meet,
  }
}

export const knownAt = ({ person, workspace }: Speaker, address: TeamsAddress) => ({
  person,
  platform: 'teams',
  workspace,
  address: unpressed(address),
})

function completed(speaker: Speaker, { name = speaker.name, home, guest }: Known, address: TeamsAddress): Speaker {
  if (guest || speaker.standing === 'guest') return asGuest({ ...speaker, name }, address, home)
  return { ...speaker, name }
}

/** Whoever the conversation doesn't know, or whom the bot may not ask about, gets public answers only. */
async function lookUp(address: TeamsAddress, connector: Connector): Promise<Omit<Known, 'at'>> {
  const { tenant } = address
  const member = await connector
    .member({ ...address, conversation: withoutThread(address) })
    .catch((error: unknown) => {
      if (isGone(error)) return undefined
      throw error
    })
  if (member === undefined) return { name: undefined, home: tenant, guest: true }
  const { name, tenant: home = tenant } = member
  return { name, home, guest: isGuest(member, tenant) }
}

const isGuest = ({ role = 'user', tenant }: Member, where: string): boolean =>
  role !== 'user' || (tenant !== undefined && tenant !== where)
