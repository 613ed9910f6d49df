import type { Messenger, Place } from '../../bot/delivery/messenger.ts'
import type { Reply } from '../../bot/reply.ts'
import { readAddress } from './address.ts'
import type { Connector } from './connector.ts'
import { nonceOf } from './nonce.ts'
import { outcomeOf } from './outcome.ts'
import { renderMessage } from './render.ts'

export type MessengerNeeds = Readonly<{
  connector: Connector
  pageAt: (path: string) => string
  /** In 0–1. */
  random: () => number
}>

/** Says something first, in the person's conversation with the app. */
export const createMessenger = (needs: MessengerNeeds): Messenger => ({
  name: 'teams',

  async say(place, reply) {
    try {
      return {
        kind: 'sent',
        message: await needs.connector.send(readAddress(place.address), bodyOf(place, reply, needs)),
      }
    } catch (error) {
      return outcomeOf(error, { repeatable: false, random: needs.random })
    }
  },

  async fill(place, message, reply) {
    try {
      await needs.connector.update(readAddress(place.address), message, bodyOf(place, reply, needs))
      return { kind: 'sent', message }
    } catch (error) {
      return outcomeOf(error, { repeatable: true, random: needs.random })
    }
  },
})

const bodyOf = ({ letter }: Place, reply: Reply, { pageAt }: MessengerNeeds): object =>
  renderMessage(reply, { nonce: nonceOf(letter), pageAt })
