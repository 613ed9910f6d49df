import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { ChatEvent } from '../../bot/event.ts'
import type { Address } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'

/** Times are set and compared by the database's clock only. */
export type Tables = Readonly<{
  inbox: InboxTable
  delivery: DeliveryTable
  address: AddressTable
  installation: Readonly<{ workspace: string; sealed: string; kept_at: Generated<Date> }>
}>

type InboxTable = Readonly<{
  event_id: string
  thread: string
  /** Counts up as events come in. Clocks step back and tie (PGlite's has milliseconds); this does not. */
  arrival: GeneratedAlways<never>
  received_at: Generated<Date>
  /** Until then, whoever was told `new` is at work on the event; after that, anybody may take it. */
  lease_until: Date
  event: JSONColumnType<ChatEvent>
  reply: JSONColumnType<Reply | null, string | null>
  finished_at: Date | null
}>

/** See migrations/0010-delivery.ts. */
type DeliveryTable = Readonly<{
  event_id: string
  arrival: GeneratedAlways<never>
  platform: string
  thread: string
  event: JSONColumnType<ChatEvent>
  address: JSONColumnType<Address>
  reply: JSONColumnType<Reply | null, string | null>
  state: Generated<'waiting' | 'answered' | 'posting' | 'sent' | 'failed' | 'uncertain'>
  due_at: Generated<Date>
  doubts: Generated<number>
  tries: Generated<number>
  message: string | null
  problem: string | null
  received_at: Generated<Date>
}>

/** See migrations/0011-addresses.ts. */
type AddressTable = Readonly<{
  person: string
  platform: string
  workspace: string
  address: JSONColumnType<Address>
  broken: string | null
  seen_at: Generated<Date>
}>
