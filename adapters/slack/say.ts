import type { Messenger, Place } from '../../bot/delivery/messenger.ts'
import type { Posted } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { readAddress } from './address.ts'
import { nonceOf } from './nonce.ts'
import { outcomeOf } from './outcome.ts'
import type { PostNeeds } from './post.ts'
import { renderMessage } from './render.ts'

/** Says something first, in the person's conversation with the app. A message's id is its channel and its time. */
export const createMessenger = (needs: PostNeeds): Messenger => ({
  name: 'slack',
  say: (place, reply) => say(place, reply, needs),
  fill: (place, message, reply) => fill(place, { message, reply }, needs),
})

async function say(place: Place, reply: Reply, needs: PostNeeds): Promise<Posted> {
  const { team, user } = readAddress(place.address)
  const client = await needs.clientFor(team)
  if (client === undefined) return notInstalled(team)
  try {
    const { channel = user, ts = '' } = await client.chat.postMessage({
      ...bodyOf(place, reply, needs),
      channel: user,
    })
    return { kind: 'sent', message: `${channel}:${ts}` }
  } catch (error) {
    return outcomeOf(error, { repeatable: false })
  }
}

type Filling = Readonly<{ message: string; reply: Reply }>

async function fill(place: Place, { message, reply }: Filling, needs: PostNeeds): Promise<Posted> {
  const { team } = readAddress(place.address)
  const client = await needs.clientFor(team)
  if (client === undefined) return notInstalled(team)
  const [channel = '', ts = ''] = message.split(':')
  try {
    await client.chat.update({ ...bodyOf(place, reply, needs), channel, ts })
    return { kind: 'sent', message }
  } catch (error) {
    return outcomeOf(error, { repeatable: true })
  }
}

function bodyOf({ letter }: Place, reply: Reply, { pageAt }: PostNeeds) {
  const { text, blocks } = renderMessage(reply, { nonce: nonceOf(letter), pageAt })
  return { text, blocks: [...blocks], unfurl_links: false, unfurl_media: false }
}

const notInstalled = (team: string) => ({
  kind: 'failed' as const,
  reason: `no token for team ${team}; install the app again`,
})
