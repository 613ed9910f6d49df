import { sql, type Kysely } from 'kysely'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import type { Tables } from './tables.ts'

/** Messages by how they stand: still to be answered or posted, and what needs a person. */
export type Standing = Readonly<Record<'waiting' | 'set_aside' | 'failed' | 'uncertain', number>>

/** What was said or pressed and has no answer, however it came. What was set aside stays so, whatever became of the sentence that says it. */
const STUCK = `
  select event_id, 'web' as platform, event ->> 'kind' as kind, 'set_aside' as state, received_at, null as problem
  from inbox where takes > ${MOST_TAKES}
  union all
  select event_id, platform, event ->> 'kind', case when takes > ${MOST_TAKES} then 'set_aside' else state end, received_at, problem
  from delivery where takes > ${MOST_TAKES} or state in ('failed', 'uncertain')`

/** The same as a table, for a statement that goes on. */
export const stuckMessages = sql.raw(`(${STUCK}) as stuck`)

export const COUNT_STUCK = `select count(*)::int as count from (${STUCK}) as stuck`

export async function standingOf(db: Kysely<Tables>): Promise<Standing> {
  const { rows } = await sql<{ state: keyof Standing; count: number }>`
    select state, count(*)::int as count from ${stuckMessages} group by state
    union all select 'waiting', count(*)::int from delivery
    where state in ('waiting', 'answered', 'posting') and takes <= ${MOST_TAKES}`.execute(db)
  const counted = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  return { waiting: 0, set_aside: 0, failed: 0, uncertain: 0, ...counted }
}
