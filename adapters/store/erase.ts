import { sql, type Kysely, type Transaction } from 'kysely'
import type { Erased } from '../../bot/ports.ts'
import { asKeeper } from './roles.ts'
import type { Tables } from './tables.ts'

/** Tables with a firm's rows, each before those it refers to. */
const OWNED = [
  'checklist_log',
  'checklist_count',
  'code',
  'account',
  'letter',
  'letter_told',
  'letter_turn',
  'member',
  'workspace',
] as const
type Owned = (typeof OWNED)[number]

/** Removes a firm with everything that was ever kept of it and its people, in one transaction. */
export const eraseFirm = (db: Kysely<Tables>, firm: string): Promise<Erased> =>
  asKeeper(db, async (keeper) => {
    const turns = await removeTurns(keeper, firm)
    const removed = await removeFirm(keeper, firm)
    return { members: removed.member, entries: removed.checklist_log, codes: removed.code, turns }
  })

/** What its people said and were told, how they are reached, and who mistyped codes. An installation lives until it is uninstalled. */
async function removeTurns(keeper: Transaction<Tables>, firm: string): Promise<number> {
  const people = keeper.selectFrom('account').select('person').where('firm_id', '=', firm)
  await keeper.deleteFrom('code_tries').where('person', 'in', people).execute()
  const workspaces = keeper.selectFrom('workspace').select('id').where('firm_id', '=', firm)
  await keeper.deleteFrom('delivery').where('workspace', 'in', workspaces).execute()
  await keeper.deleteFrom('address').where('workspace', 'in', workspaces).execute()
  const { numDeletedRows } = await keeper
    .deleteFrom('inbox')
    .where('workspace', 'in', workspaces)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The firm itself with every row of its own; what its people said stays. */
export async function removeFirm(keeper: Transaction<Tables>, firm: string): Promise<Readonly<Record<Owned, number>>> {
  await sql`select set_config('shirube.erasing', ${firm}, true)`.execute(keeper)
  // Whoever is about to add something for the firm waits here, and then finds that it is gone.
  const found = await keeper.selectFrom('firm').select('id').where('id', '=', firm).forUpdate().executeTakeFirst()
  if (found === undefined) throw new Error(`There is no firm ${firm}; it may have been deleted before`)
  const removed = Object.fromEntries(OWNED.map((table) => [table, 0])) as Record<Owned, number>
  for (const table of OWNED) {
    const { numDeletedRows } = await keeper.deleteFrom(table).where('firm_id', '=', firm).executeTakeFirstOrThrow()
    removed[table] = Number(numDeletedRows)
  }
  await keeper.deleteFrom('firm').where('id', '=', firm).execute()
  return removed
}
