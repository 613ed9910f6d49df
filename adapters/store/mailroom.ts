import { sql, type Kysely } from 'kysely'
import type { Hold, Mailroom, Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { workedEvent } from './retention.ts'
import type { Tables } from './tables.ts'
import { waitOf } from './wait.ts'
import { asJson, asKey } from './text.ts'

/** Answering and posting take less than this, a model's time included; after it the holder is taken for dead. */
const LEASE = sql`interval '60 seconds'`

/** After so many times of `later` a posting has failed for good: about six hours with the waits below. */
const MOST_TRIES = 12

export function createMailroom(db: Kysely<Tables>): Mailroom {
  return {
    async accept({ platform, event, address }, hold = 'open') {
      const takes = hold === 'held' ? 1 : 0
      const fresh = { event: asJson(event), address: asJson(address), due_at: dueFor(hold), takes }
      const kept = await db
        .insertInto('delivery')
        .values({ event_id: asKey(event.id), platform, thread: asKey(event.thread), ...fresh })
        .onConflict((conflict) =>
          conflict
            .column('event_id')
            .doUpdateSet({ ...fresh, state: 'waiting', reply: null, doubts: 0, tries: 0, message: null, problem: null })
            .where('delivery.state', 'in', ['sent', 'failed', 'uncertain'])
            .where(sql<boolean>`delivery.reply ->> 'outcome' = 'error'`)
            .where('delivery.takes', '<=', MOST_TAKES),
        )
        .returning('event_id')
        .executeTakeFirst()
      return kept !== undefined
    },

    take: (platform, limit) => take(db, platform, limit),

    async answered(event, reply, hold) {
      const first = await db
        .updateTable('delivery')
        .set({ reply: asJson(reply), state: 'answered', event: workedEvent('delivery', event) })
        .$if(hold !== undefined, (update) => update.set({ due_at: dueFor(hold ?? 'open') }))
        .where('event_id', '=', asKey(event.id))
        .where('state', '=', 'waiting')
        .returning('reply')
        .executeTakeFirst()
      return first?.reply ?? keptReply(db, event.id)
    },

    async posting(event) {
      await db
        .updateTable('delivery')
        .set({ state: 'posting', tries: sql`tries + 1`, due_at: sql`now() + ${LEASE}` })
        .where('event_id', '=', asKey(event.id))
        .where('state', 'in', ['answered', 'posting'])
        .execute()
    },

    async settle(event, posted) {
      await db
        .updateTable('delivery')
        .set(settled(posted))
        .where('event_id', '=', asKey(event.id))
        .where('state', '=', 'posting')
        .execute()
    },
  }
}

/**
 * Due work, the oldest of each thread, taken by moving its due time a lease ahead. Locked rows are somebody else's. A row found
 * `posting` was left by somebody who died in the middle: doubtful the first time, uncertain for good the second. One found waiting
 * though it was taken before is a suspect: the one taken up least is out alone.
 */
async function take(db: Kysely<Tables>, platform: string, limit: number): Promise<readonly Work[]> {
  const { rows } = await sql<Row>`
    with ready as (
      select event_id, arrival, takes, state = 'waiting' and takes > 0 as suspect from delivery as mine
      where platform = ${platform} and state in ('waiting', 'answered', 'posting') and due_at <= now()
        and not exists (
          select 1 from delivery as earlier
          where earlier.platform = mine.platform and earlier.thread = mine.thread and earlier.arrival < mine.arrival
            and earlier.state in ('waiting', 'answered', 'posting'))),
    due as (
      select delivery.event_id from delivery join ready on ready.event_id = delivery.event_id
      where due_at <= now() and (not suspect or (
        delivery.event_id = (select event_id from ready where suspect order by takes, arrival limit 1)
        and not exists (select 1 from delivery as out where out.state = 'waiting' and out.takes > 1 and out.due_at > now())))
      order by ready.arrival limit ${limit} for update of delivery skip locked)
    update delivery set
      due_at = now() + ${LEASE},
      takes = takes + case when state = 'waiting' then 1 else 0 end,
      doubts = doubts + case when state = 'posting' then 1 else 0 end,
      state = case
        when state = 'waiting' and takes > ${MOST_TAKES} then 'set_aside'
        when state = 'posting' then case when doubts > 0 then 'uncertain' else 'answered' end
        else state end,
      problem = case when state = 'posting' and doubts > 0 then 'nobody knows whether it was posted' else problem end
    from due where delivery.event_id = due.event_id
    returning platform, event, address, reply, state, doubts, takes`.execute(db)
  return rows
    .filter(({ state }) => state !== 'uncertain' && state !== 'set_aside')
    .map((row) => ({
      platform: row.platform,
      event: row.event,
      address: row.address,
      reply: row.reply ?? undefined,
      doubtful: row.doubts > 0,
      takes: row.takes,
    }))
}

type Row = Omit<Work, 'reply' | 'doubtful'> & Readonly<{ reply: Reply | null; state: string; doubts: number }>

const dueFor = (hold: Hold) => (hold === 'held' ? sql<Date>`now() + ${LEASE}` : sql<Date>`now()`)

async function keptReply(db: Kysely<Tables>, id: string): Promise<Reply | undefined> {
  const row = await db.selectFrom('delivery').select('reply').where('event_id', '=', asKey(id)).executeTakeFirst()
  return row?.reply ?? undefined
}

function settled(posted: Posted) {
  switch (posted.kind) {
    case 'sent':
      return { state: 'sent' as const, message: posted.message }
    case 'later':
      return {
        state: sql<'answered' | 'failed'>`case when tries >= ${MOST_TRIES} then 'failed' else 'answered' end`,
        due_at: sql<Date>`now() + ${waitOf(posted.seconds)}`,
        problem: posted.reason,
      }
    case 'failed':
      return { state: 'failed' as const, problem: posted.reason }
    case 'uncertain':
      return {
        state: sql<'answered' | 'uncertain'>`case when doubts > 0 then 'uncertain' else 'answered' end`,
        doubts: sql<number>`doubts + 1`,
        due_at: sql<Date>`now() + interval '2 seconds'`,
        problem: posted.reason,
      }
  }
}
