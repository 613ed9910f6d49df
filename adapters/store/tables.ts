import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { ChatEvent } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'

/** Times are set and compared by the database's clock only. */
export type Tables = Readonly<{ inbox: InboxTable }>

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
