import { sql, type Kysely, type NotNull } from 'kysely'
import type { ChatEvent } from '../../bot/event.ts'
import type { Inbox, Turn } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { workedEvent } from './retention.ts'
import type { Tables } from './tables.ts'
import { asJson, asKey } from './text.ts'

/** How many turns of a thread are remembered. */
const TURNS = 50

/** How long working out an answer may take before another process takes the event over. */
const lease = sql<Date>`now() + interval '60 seconds'`
const now = sql<Date>`now()`

export function createInbox(db: Kysely<Tables>): Inbox {
  return {
    async record(event) {
      const takes = await claim(db, event)
      if (takes !== undefined) return takes > MOST_TAKES ? 'set_aside' : 'new'
      const known = await db
        .selectFrom('inbox')
        .select('reply')
        .where('event_id', '=', asKey(event.id))
        .executeTakeFirst()
      return known?.reply ?? 'underway'
    },

    finish: (event, reply) => finish(db, event, reply),

    async abandon(event) {
      await db
        .updateTable('inbox')
        .set({ lease_until: sql<Date>`'-infinity'`, takes: 0, event: workedEvent('inbox', event) })
        .where('event_id', '=', asKey(event.id))
        .where('reply', 'is', null)
        .execute()
    },

    /** A thread lives on one platform, so one of the two tables has all of its turns. */
    thread: (thread) => turnsOf(db, thread),
  }
}

/** One statement, so that of many racers for a new event, or for one whose worker died, exactly one gets the row and hears how often it was had. */
async function claim(db: Kysely<Tables>, event: ChatEvent): Promise<number | undefined> {
  const claimed = await db
    .insertInto('inbox')
    .values({
      event_id: asKey(event.id),
      thread: asKey(event.thread),
      event: asJson(event),
      lease_until: lease,
      takes: 1,
    })
    .onConflict((conflict) =>
      conflict
        .column('event_id')
        .doUpdateSet({ lease_until: lease, takes: sql`inbox.takes + 1` })
        .where('inbox.reply', 'is', null)
        .where('inbox.lease_until', '<', now),
    )
    .returning('takes')
    .executeTakeFirst()
  return claimed?.takes
}

/** Of two replies the first is kept. */
async function finish(db: Kysely<Tables>, event: ChatEvent, reply: Reply): Promise<void> {
  const finished = { reply: asJson(reply), finished_at: now }
  await db
    .insertInto('inbox')
    .values({
      event_id: asKey(event.id),
      thread: asKey(event.thread),
      event: asJson(event),
      lease_until: now,
      ...finished,
    })
    .onConflict((conflict) =>
      conflict
        .column('event_id')
        .doUpdateSet({ ...finished, event: workedEvent('inbox', event) })
        .where('inbox.reply', 'is', null),
    )
    .execute()
}

/** A thread lives on one platform, and so in one of the two tables. */
async function turnsOf(db: Kysely<Tables>, thread: string): Promise<readonly Turn[]> {
  const finishedIn = (table: 'inbox' | 'delivery') =>
    db
      .selectFrom(table)
      .select(['event', 'reply', 'arrival'])
      .where('thread', '=', asKey(thread))
      .where('reply', 'is not', null)
      .$narrowType<{ reply: NotNull }>()
  const latestFirst = await finishedIn('inbox')
    .unionAll(finishedIn('delivery'))
    .orderBy('arrival', 'desc')
    .limit(TURNS)
    .execute()
  return latestFirst.map(({ event, reply }) => ({ event, reply })).toReversed()
}
