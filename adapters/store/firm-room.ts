import { sql, type Kysely, type Selectable } from 'kysely'
import { doneSchema, type Logged } from '../../bot/checklist/log.ts'
import type { Firm, Member } from '../../bot/firms/firm.ts'
import type { FirmRoom, Writing } from '../../bot/ports.ts'
import { asFirm } from './roles.ts'
import type { Tables } from './tables.ts'
import { asJson, asKey, fromKey } from './text.ts'

/** One firm's rows; the database itself keeps every other firm's out of reach (grants.ts). */
export function createFirmRoom(db: Kysely<Tables>, firm: string): FirmRoom {
  return {
    log: () => asFirm(db, firm, async (own) => (await entries(own, firm).execute()).map(loggedFrom)),

    append: (writing) =>
      asFirm(db, firm, async (own) => {
        await lockCount(own, firm)
        const added = await add(own, firm, writing)
        const written =
          added.length > 0 ? added : await entries(own, firm).where('event', '=', asKey(writing.event)).execute()
        return written.map(loggedFrom)
      }),

    members: () =>
      asFirm(db, firm, async (own) => {
        const rows = await own.selectFrom('member').selectAll().where('firm_id', '=', firm).orderBy('arrival').execute()
        return rows.map(({ id, facts }) => ({ id, ...facts }))
      }),

    changeFirm: (change) => asFirm(db, firm, (own) => changeFirm(own, firm, change)),
    changeMember: (member, change) => asFirm(db, firm, (own) => changeMember(own, { firm, member }, change)),
  }
}

const entries = (db: Kysely<Tables>, firm: string) =>
  db.selectFrom('checklist_log').selectAll().where('firm_id', '=', firm).orderBy('seq')

type Row = Selectable<Tables['checklist_log']>

const loggedFrom = ({ seq, at, by, event, done }: Row): Logged => ({
  seq,
  at: at.toISOString(),
  by,
  event: fromKey(event),
  done: doneSchema.parse(done),
})

/** A statement of its own: the next one then sees what was written by whoever had the lock before. */
async function lockCount(db: Kysely<Tables>, firm: string): Promise<void> {
  const count = await db
    .selectFrom('checklist_count')
    .select('entries')
    .where('firm_id', '=', firm)
    .forUpdate()
    .executeTakeFirst()
  if (count === undefined) throw isGone(firm)
}

/** Nothing when the event has been written before. */
async function add(db: Kysely<Tables>, firm: string, { event, by, at, done }: Writing): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with counted as (
      update checklist_count set entries = entries + ${done.length}
      where firm_id = ${firm}
        and not exists (select from checklist_log where firm_id = ${firm} and event = ${asKey(event)})
      returning entries - ${done.length} as before
    )
    insert into checklist_log (firm_id, seq, event, n, at, by, done)
    select ${firm}, before + n, ${asKey(event)}, n, ${at.toISOString()}::timestamptz, ${by}, one
    from counted, jsonb_array_elements(${asJson(done)}::jsonb) with ordinality as each (one, n)
    returning *`.execute(db)
  return rows.toSorted((one, other) => one.seq - other.seq)
}

const isGone = (firm: string): Error => new Error(`There is no firm ${firm}; it was deleted meanwhile`)

async function changeFirm(db: Kysely<Tables>, id: string, change: (firm: Firm) => Firm): Promise<Firm> {
  const before = await db.selectFrom('firm').select('facts').where('id', '=', id).forUpdate().executeTakeFirst()
  if (before === undefined) throw isGone(id)
  const changed = change({ id, ...before.facts })
  const after = await db
    .updateTable('firm')
    .set({ facts: factsIn(changed) })
    .where('id', '=', id)
    .returning('facts')
    .executeTakeFirstOrThrow()
  return { id, ...after.facts }
}

type Place = Readonly<{ firm: string; member: string }>

async function changeMember(
  db: Kysely<Tables>,
  { firm, member: id }: Place,
  change: (member: Member) => Member,
): Promise<Member | undefined> {
  const rows = db.selectFrom('member').where('firm_id', '=', firm).where('id', '=', id)
  const before = await rows.select('facts').forUpdate().executeTakeFirst()
  if (before === undefined) return undefined
  const changed = change({ id, ...before.facts })
  const after = await db
    .updateTable('member')
    .set({ facts: factsIn(changed) })
    .where('firm_id', '=', firm)
    .where('id', '=', id)
    .returning('facts')
    .executeTakeFirstOrThrow()
  if (changed.name === '')
    await db.deleteFrom('account').where('firm_id', '=', firm).where('member_id', '=', id).execute()
  return { id, ...after.facts }
}

/** Everything but the id, which has a column and never changes. */
const factsIn = (changed: Firm | Member): string => asJson({ ...changed, id: undefined })
