import { sql, type Kysely, type Selectable } from 'kysely'
import { STATES, type LetterLine, type LetterRecord, type LetterState } from '../../../bot/digest/ledger.ts'
import type { Tables } from '../tables.ts'

export function createRecord(db: Kysely<Tables>): LetterRecord {
  return {
    async stuck(limit) {
      const rows = await db
        .selectFrom('letter')
        .selectAll()
        .where('state', 'in', ['uncertain', 'failed'])
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(lineFrom)
    },

    async resend(id, now) {
      const anew = { state: 'planned', due_at: now, tries: 0, posting: false, reason: null } as const
      const row = await db
        .updateTable('letter')
        .set({ ...anew, settled_at: null, attempt: sql<number>`attempt + 1` })
        .where('id', '=', id)
        .where('state', 'in', ['uncertain', 'failed'])
        .returningAll()
        .executeTakeFirst()
      return row && lineFrom(row)
    },

    async counts() {
      const { rows } = await sql<{ state: LetterState; count: number }>`
        select state, count(*)::int as count from letter group by state`.execute(db)
      const counted = new Map(rows.map(({ state, count }) => [state, count]))
      return Object.fromEntries(STATES.map((state) => [state, counted.get(state) ?? 0])) as Record<LetterState, number>
    },

    async sent(firm, limit) {
      const rows = await db
        .selectFrom('letter')
        .selectAll()
        .where('firm_id', '=', firm)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(lineFrom)
    },

    async of(firm, { kind, period }) {
      const letters = db.selectFrom('letter').selectAll().where('firm_id', '=', firm)
      const rows = await letters.where('kind', '=', kind).where('period', '=', period).orderBy('id').execute()
      return rows.map(lineFrom)
    },
  }
}

const lineFrom = (row: Selectable<Tables['letter']>): LetterLine => ({
  id: row.id,
  firm: row.firm_id,
  kind: row.kind,
  period: row.period,
  recipient: row.recipient,
  at: row.at,
  instead: row.instead,
  state: row.state,
  tries: row.tries,
  reason: row.reason ?? undefined,
  settled: row.settled_at ?? undefined,
})
