import { sql, type Kysely } from 'kysely'
import { ASKED_LATELY, MOST_WAITING } from '../../bot/delivery/crowd.ts'
import type { Arrival, Hold, Mailroom, Posted } from '../../bot/delivery/mailroom.ts'
import type { Reply } from '../../bot/reply.ts'
import { leftOfQuestion } from '../../bot/retention.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { workedEvent } from './retention.ts'
import type { Tables } from './tables.ts'
import { LEASE, take } from './take.ts'
import { waitOf } from './wait.ts'
import { asJson, asKey, asText } from './text.ts'

/** After so many times of `later` a posting has failed for good: about six hours with the waits below. */
const MOST_TRIES = 12

export function createMailroom(db: Kysely<Tables>): Mailroom {
  return {
    accept: (arrival, hold = 'open') => accept(db, arrival, hold),
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

/** One statement, so that keeping is quick and whoever brings it again brings nothing. */
async function accept(db: Kysely<Tables>, { platform, event, address }: Arrival, hold: Hold): Promise<boolean> {
  const [person, workspace] = event.speaker
    ? [asText(event.speaker.person), asText(event.speaker.workspace)]
    : [null, null]
  const mayBeTurnedAway = event.kind === 'message' && hold === 'open'
  const { rows } = await sql`
    with crowd as (
      select ${mayBeTurnedAway}::boolean and (
          (select count(*) from delivery where state = 'waiting' and person = ${person}) >= ${MOST_WAITING.person}
          or (select count(*) from delivery where state = 'waiting' and workspace = ${workspace}) >= ${MOST_WAITING.workspace}
        ) as crowded,
        exists (
          select 1 from delivery where crowded and person = ${person}
            and received_at > now() - make_interval(secs => ${ASKED_LATELY})) as asked)
    insert into delivery as kept (event_id, platform, thread, event, address, due_at, takes, crowded, state)
    select ${asKey(event.id)}, ${platform}, ${asKey(event.thread)},
      ${asJson(event)}::jsonb || case when crowded and asked then ${asJson(leftOfQuestion(event))}::jsonb else '{}' end,
      ${asJson(address)}, ${dueFor(hold)}, ${hold === 'held' ? 1 : 0}, crowded,
      case when crowded and asked then 'declined' else 'waiting' end
    from crowd
    on conflict (event_id) do update set
      event = excluded.event, address = excluded.address, due_at = excluded.due_at, takes = excluded.takes,
      crowded = excluded.crowded, state = excluded.state, reply = null, doubts = 0, tries = 0, message = null, problem = null
    where kept.state in ('sent', 'failed', 'uncertain') and kept.reply ->> 'outcome' = 'error' and kept.takes <= ${MOST_TAKES}
    returning event_id`.execute(db)
  return rows.length > 0
}

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
