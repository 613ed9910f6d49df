import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Letter, Planning, Turn } from '../../../bot/digest/ledger.ts'
import type { Firm } from '../../../bot/firms/firm.ts'
import type { Tables } from '../tables.ts'
import { asJson, asText } from '../text.ts'
import { reasonFor } from './doubt.ts'

export function createPlanning(db: Kysely<Tables>): Planning {
  return {
    async firms() {
      const rows = await db
        .selectFrom('firm')
        .leftJoin('letter_turn', 'letter_turn.firm_id', 'firm.id')
        .select(['firm.id', 'firm.facts', 'letter_turn.schedule', 'letter_turn.planned_until'])
        .select(REMINDS)
        .orderBy('firm.id')
        .execute()
      return rows.map((row) => ({
        firm: { id: row.id, ...row.facts } satisfies Firm,
        turn: turnIn(row),
        reminds: row.reminds,
      }))
    },

    plan: ({ letters, turns, now, trouble }) =>
      db.transaction().execute(async (transaction) => {
        const written = await write(transaction, letters, { now, doubtful: DOUBTFUL })
        await keepTurns(transaction, turns)
        await keepRun(transaction, {
          ran_at: now,
          letters: written,
          trouble: trouble === undefined ? null : asText(trouble),
        })
        return written
      }),

    write: (letters, now) =>
      db.transaction().execute((transaction) => write(transaction, letters, { now, doubtful: sql`false` })),

    async due(now, limit) {
      const { rows } = await sql<{ id: string }>`
        select id from letter
        where (state = 'planned' and due_at <= ${now}) or (state = 'sending' and lease_until <= now())
        order by due_at, id limit ${limit}`.execute(db)
      return rows.map(({ id }) => id)
    },

    async lastRun() {
      const run = await db.selectFrom('planner_run').selectAll().executeTakeFirst()
      return run && { at: run.ran_at, letters: run.letters, trouble: run.trouble ?? undefined }
    },
  }
}

const REMINDS = sql<boolean>`exists (select from member where firm_id = firm.id and facts ->> 'reminders' = 'on')`.as(
  'reminds',
)

type TurnRow = Readonly<{ id: string; schedule: string | null; planned_until: Date | null }>

const turnIn = ({ id, schedule, planned_until: after }: TurnRow): Turn | undefined =>
  schedule === null || after === null ? undefined : { firm: id, schedule, after }

/** See doubt.ts. What a person wants sent is sent all the same. */
const DOUBTFUL = sql`coalesce(planned.at <= turn.restored_at, false)`

type Writing = Readonly<{ now: Date; doubtful: RawBuilder<unknown> }>

/** Nothing for a member who is not the firm's. */
async function write(
  transaction: Transaction<Tables>,
  letters: readonly Letter[],
  { now, doubtful }: Writing,
): Promise<number> {
  if (letters.length === 0) return 0
  const { rows } = await sql`
    insert into letter (firm_id, kind, period, recipient, at, instead, due_at, state, reason, settled_at)
    select firm, kind, period, recipient, at, instead, at,
      case when doubtful then 'uncertain' else 'planned' end,
      case when doubtful then ${reasonFor(sql`turn.backup_at`)} end,
      case when doubtful then ${now}::timestamptz end
    from jsonb_to_recordset(${asJson(letters)}::jsonb)
      as planned (firm text, kind text, period text, recipient text, at timestamptz, instead text[])
      left join letter_turn turn on turn.firm_id = planned.firm
      cross join lateral (select ${doubtful} as doubtful) as d
    where exists (select from member where firm_id = planned.firm and id = planned.recipient)
    on conflict do nothing returning id`.execute(transaction)
  if (rows.length > 0) await leaveOut(transaction, letters, now)
  return rows.length
}

/** Whose stub is posted is filled all the same. */
async function leaveOut(transaction: Transaction<Tables>, letters: readonly Letter[], now: Date): Promise<void> {
  await sql`
    update letter set state = 'skipped', reason = 'superseded', settled_at = ${now}
    from jsonb_to_recordset(${asJson(letters)}::jsonb) as later (firm text, kind text, recipient text, at timestamptz)
    where state = 'planned' and message is null and letter.firm_id = later.firm and letter.kind = later.kind
      and letter.recipient = later.recipient and letter.at < later.at`.execute(transaction)
}

async function keepTurns(transaction: Transaction<Tables>, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return
  await sql`
    insert into letter_turn (firm_id, schedule, planned_until)
    select turn.firm, turn.schedule, turn.after
    from jsonb_to_recordset(${asJson(turns)}::jsonb) as turn (firm text, schedule text, after timestamptz)
    where exists (select from firm where id = turn.firm)
    on conflict (firm_id) do update set schedule = excluded.schedule, planned_until = excluded.planned_until`.execute(
    transaction,
  )
}

type Run = Readonly<{ ran_at: Date; letters: number; trouble: string | null }>

async function keepRun(transaction: Transaction<Tables>, run: Run): Promise<void> {
  await transaction
    .insertInto('planner_run')
    .values({ id: 1, ...run })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(run))
    .execute()
}
