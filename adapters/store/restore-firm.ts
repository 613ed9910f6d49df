import { sql, type Kysely, type Transaction } from 'kysely'
import type { WholeFirm } from '../../bot/ports.ts'
import { asKeeper } from './roles.ts'
import type { Tables } from './tables.ts'
import { asJson, asKey } from './text.ts'

/** Writes a whole firm down under its own ids, or nothing of it. */
export const restoreFirm = (db: Kysely<Tables>, whole: WholeFirm): Promise<void> =>
  asKeeper(db, async (keeper) => {
    const { id, ...facts } = whole.firm
    const added = await keeper
      .insertInto('firm')
      .values({ id, facts: asJson(facts) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) throw new Error(`The firm ${id} is there already`)
    for (const { id: member, ...known } of whole.members)
      await keeper
        .insertInto('member')
        .values({ firm_id: id, id: member, facts: asJson(known) })
        .execute()
    await restoreLog(keeper, whole)
  })

/** `n` is an entry's place in what its event wrote. */
async function restoreLog(keeper: Transaction<Tables>, { firm, log }: WholeFirm): Promise<void> {
  await keeper.insertInto('checklist_count').values({ firm_id: firm.id, entries: log.length }).execute()
  const written = new Map<string, number>()
  for (const { seq, at, by, event, done } of log) {
    const n = (written.get(event) ?? 0) + 1
    written.set(event, n)
    await sql`insert into checklist_log (firm_id, seq, event, n, at, by, done)
      values (${firm.id}, ${seq}, ${asKey(event)}, ${n}, ${at}::timestamptz, ${by}, ${asJson(done)}::jsonb)`.execute(
      keeper,
    )
  }
}
