import { sql, type Kysely } from 'kysely'
import type { Unanswered } from '../../bot/digest/ledger.ts'
import type { Tables } from './tables.ts'

/** From `from` until just before `to`. */
export type Span = Readonly<{ from: Date; to: Date }>

/**
 * What a firm's people asked in that time and the corpus has nothing on, and how many people that were. Nothing of a firm that wants no
 * record of what is asked.
 */
export async function countUnanswered(db: Kysely<Tables>, firm: string, { from, to }: Span): Promise<Unanswered> {
  const { rows } = await sql<Unanswered>`
    select count(*)::int as questions, count(distinct said.event -> 'speaker' ->> 'person')::int as people
    from (
      select event, reply, workspace, received_at from inbox
      union all select event, reply, workspace, received_at from delivery
    ) as said
    join workspace on workspace.id = said.workspace
    join firm on firm.id = workspace.firm_id
    where firm.id = ${firm} and said.reply ->> 'outcome' = 'not_covered'
      and said.received_at >= ${from} and said.received_at < ${to}
      and firm.facts -> 'settings' ->> 'keepsQuestions' is distinct from 'false'`.execute(db)
  return rows[0] ?? { questions: 0, people: 0 }
}
