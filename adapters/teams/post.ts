import type { Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { readAddress, unpressed, type TeamsAddress } from './address.ts'
import { sendAside } from './aside.ts'
import { nonceOf } from './nonce.ts'
import { isGone, outcomeOf } from './outcome.ts'
import { renderMessage } from './render.ts'
import type { PostNeeds, Sending } from './sending.ts'
import { conversationIn, messageKey } from './speaker.ts'
import { wayTo } from './way.ts'

/** Sends one reply where it belongs. Never rejects for what Teams does. */
export async function post(reply: Reply, work: Work, needs: PostNeeds): Promise<Posted> {
  const address = destinationOf(reply, work)
  const way = wayTo(reply, address)
  const sending = { ...needs, reply, work, address }
  try {
    return { kind: 'sent', message: way === 'aside' ? await sendAside(sending) : await sendThere(sending) }
  } catch (error) {
    if (isGone(error)) await markBroken(sending, error)
    return outcomeOf(error, { repeatable: way === 'update', random: needs.random })
  }
}

/** What is shared goes back to where it was kept away from; that it can't be is said where it was pressed. */
function destinationOf({ audience }: Reply, { event, address }: Work): TeamsAddress {
  const here = readAddress(address)
  if (event.kind !== 'press' || event.action.kind !== 'share' || audience === 'speaker') return here
  return { ...unpressed(here), kind: 'group', conversation: conversationIn(event.action.thread) }
}

/** Where the pressed card is gone, its new state becomes a message of its own. */
async function sendThere(sending: Sending): Promise<string> {
  const { reply, address, connector, work, pageAt } = sending
  const message = renderMessage(reply, { nonce: nonceOf(work.event.id), pageAt })
  const { card } = address
  if (card === undefined || wayTo(reply, address) !== 'update')
    return messageKey(address, await connector.send(address, message))
  try {
    await connector.update(address, card, message)
    return messageKey(address, card)
  } catch (error) {
    if (!isGone(error)) throw error
    return messageKey(address, await connector.send(address, message))
  }
}

/** A private chat that can't be written to is no way to the person until they write again. */
async function markBroken({ address, work, addressBook }: Sending, error: unknown): Promise<void> {
  const person = work.event.speaker?.person
  if (address.kind !== 'personal' || person === undefined) return
  await addressBook.broken(person, error instanceof Error ? error.message : 'refused')
}
