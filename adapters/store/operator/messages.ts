import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { MOST_TAKES } from '../../../bot/set-aside.ts'
import { stuckMessages } from '../messages.ts'
import type { Tables } from '../tables.ts'
import { asKey, fromKey } from '../text.ts'

const messageLine = z.strictObject({
  id: z.string(),
  platform: z.string(),
  kind: z.enum(['message', 'choice', 'press']),
  state: z.enum(['set_aside', 'failed', 'uncertain']),
  received: z.iso.datetime(),
  reason: z.string().nullable(),
})
/** What somebody said or pressed and has no answer to, as the operator sees it: how it stands, never what it says. */
export type OperatorMessage = z.infer<typeof messageLine>

/** As in `ANSWERS`. */
export const MESSAGE_ANSWERS = {
  /** What was set aside, and whose answers could not be posted or perhaps were not; oldest first. */
  messages: z.array(messageLine),
  /** One of them, to be worked or posted once more. */
  retry: messageLine,
} as const

/** More than anybody reads at a time. */
const MOST = 500

/** What the operator does with messages that wait for a person; whoever runs the bot takes up again what is retried. */
export function createMessageDesk(db: Kysely<Tables>) {
  return {
    messages: () => linesOf(db),

    async retry(id: string): Promise<OperatorMessage> {
      const [line] = await linesOf(db, id)
      if (line === undefined)
        throw new Error(`${id} is no message that waits for you; messages waiting shows those that do`)
      await (line.platform === 'web' ? workAgain(db, id) : deliverAgain(db, id))
      return line
    },
  }
}

async function linesOf(db: Kysely<Tables>, id?: string): Promise<OperatorMessage[]> {
  const { rows } = await sql<Row>`
    select * from ${stuckMessages}
    ${id === undefined ? sql`` : sql`where event_id = ${asKey(id)}`}
    order by received_at limit ${MOST}`.execute(db)
  return rows.map(({ event_id, received_at, problem, ...line }) => ({
    ...line,
    id: fromKey(event_id),
    received: received_at.toISOString(),
    reason: problem,
  }))
}

type Row = Pick<OperatorMessage, 'platform' | 'kind' | 'state'> &
  Readonly<{ event_id: string; received_at: Date; problem: string | null }>

/** Its sender sends it again; until then it is as if it had been given back. */
async function workAgain(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ takes: 0, reply: sql<string>`null`, finished_at: null, lease_until: sql<Date>`'-infinity'` })
    .where('event_id', '=', asKey(id))
    .execute()
}

/** A reply that was worked out is posted; what was set aside is worked out first. */
async function deliverAgain(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({
      state: sql<'waiting' | 'answered'>`case when takes > ${MOST_TAKES} then 'waiting' else 'answered' end`,
      reply: sql<string | null>`case when takes > ${MOST_TAKES} then null else reply end`,
      due_at: sql<Date>`now()`,
      takes: 0,
      tries: 0,
      doubts: 0,
    })
    .where('event_id', '=', asKey(id))
    .execute()
}
