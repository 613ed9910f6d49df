import type { AddressBook } from '../../bot/delivery/address-book.ts'
import type { Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import type { TeamsAddress } from './address.ts'
import type { Connector } from './connector.ts'

export type PostNeeds = Readonly<{
  connector: Connector
  addressBook: AddressBook
  pageAt: (path: string) => string
  random: () => number
  report: (cause: unknown) => string
}>

/** One reply on its way; `address` is where it goes. */
export type Sending = PostNeeds & Readonly<{ reply: Reply; work: Work; address: TeamsAddress }>
