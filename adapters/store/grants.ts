import { sql, type Kysely } from 'kysely'

type Rights = readonly ('select' | 'insert' | 'update' | 'delete')[]

/**
 * Makes a migration's table one whose rows belong to firms: nobody but the bot's three roles sees a row, not even the owner.
 * `firm`: what a firm may do with its own rows. `system`: what the bot may do with anybody's. Released migrations rest on it:
 * what it does to a table must not change.
 */
export async function giveToFirms(
  db: Kysely<unknown>,
  table: string,
  { key = 'firm_id', firm, system }: Readonly<{ key?: string; firm: Rights; system: Rights }>,
): Promise<void> {
  const on = sql.table(table)
  const own = sql`${sql.ref(key)} = current_setting('shirube.firm', true)`
  await sql`alter table ${on} enable row level security, force row level security`.execute(db)
  await sql`create policy own_firm on ${on} to shirube_firm using (${own}) with check (${own})`.execute(db)
  await sql`create policy any_firm on ${on} to shirube_system, shirube_keeper using (true) with check (true)`.execute(
    db,
  )
  await grant(db, table, { firm, system })
}

/** For a table that belongs to no firm. */
export const giveToSystem = (db: Kysely<unknown>, table: string): Promise<void> =>
  grant(db, table, { firm: [], system: ['select', 'insert', 'update', 'delete'] })

/** What is kept can be backed up, restored and erased, whatever it is. */
async function grant(
  db: Kysely<unknown>,
  table: string,
  { firm, system }: Readonly<{ firm: Rights; system: Rights }>,
): Promise<void> {
  const keeper: Rights = ['select', 'insert', 'update', 'delete']
  for (const [role, rights] of Object.entries({ shirube_firm: firm, shirube_system: system, shirube_keeper: keeper }))
    if (rights.length > 0)
      await sql`grant ${sql.raw(rights.join(', '))} on ${sql.table(table)} to ${sql.id(role)}`.execute(db)
}
