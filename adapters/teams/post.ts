import { createHash } from 'node:crypto'
import type { Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { readAddress } from './address.ts'
import type { Connector } from './connector.ts'
import { outcomeOf } from './outcome.ts'
import { renderMessage } from './render.ts'

export type PostNeeds = Readonly<{
  connector: Connector
  pageAt: (path: string) => string
  random: () => number
}>

/** Sends one reply where it belongs. Never rejects for what Teams does. */
export async function post(reply: Reply, work: Work, { connector, pageAt, random }: PostNeeds): Promise<Posted> {
  const address = readAddress(work.address)
  const message = renderMessage(reply, { nonce: nonceOf(work.event.id), pageAt })
  const { card } = address
  try {
    if (card === undefined || reply.shows === undefined || reply.shows !== address.shows)
      return { kind: 'sent', message: await connector.send(address, message) }
    await connector.update(address, card, message)
    return { kind: 'sent', message: card }
  } catch (error) {
    return outcomeOf(error, random)
  }
}

/** The same for every posting of one reply, another for every other; short, since it stands in every button. */
export const nonceOf = (eventId: string): string =>
  createHash('sha256').update(eventId).digest('base64url').slice(0, 16)
