import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Who the bot is to the database. None may log in or pass by row-level security.
 * `shirube_system` is what every connection starts as: the inbox, and who belongs to which firm; of a checklist only how long it is.
 * `shirube_firm` sees and writes one firm's rows, for one transaction.
 * `shirube_keeper` sees every firm: backup, restore, export and erasing, from the command line only.
 */
export const ROLES = ['shirube_system', 'shirube_firm', 'shirube_keeper'] as const
type DatabaseRole = (typeof ROLES)[number]

type Work<T> = (transaction: Transaction<Tables>) => Promise<T>

/** In a transaction that can show and change rows of that firm and of no other. */
export const asFirm = <T>(db: Kysely<Tables>, firm: string, work: Work<T>): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    await becomeFirm(transaction, firm)
    return work(transaction)
  })

export const asKeeper = <T>(db: Kysely<Tables>, work: Work<T>): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    await become(transaction, 'shirube_keeper')
    return work(transaction)
  })

/** The same as `set local role`, and one round trip for both settings. Both end with the transaction. */
export const becomeFirm = async (transaction: Transaction<Tables>, firm: string): Promise<void> => {
  await sql`select set_config('role', 'shirube_firm', true), set_config('shirube.firm', ${firm}, true)`.execute(
    transaction,
  )
}

/** `none`: whoever connected. */
export const become = async (transaction: Transaction<Tables>, role: DatabaseRole | 'none'): Promise<void> => {
  await sql`select set_config('role', ${role}, true)`.execute(transaction)
}

/**
 * Creates the roles where they are missing and lets the connecting user become them without inheriting what they may see.
 * Roles belong to the whole server: another database, or another process at this moment, may have created them.
 */
export async function prepareRoles(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ version: number; user: string }>`
    select current_setting('server_version_num')::int as version, quote_ident(current_user) as user`.execute(db)
  const [{ version, user } = { version: 0, user: '' }] = rows
  if (version < 160_000) throw new Error('Shirube needs PostgreSQL 16 or newer')
  if (await arePrepared(db)) return
  try {
    await db.transaction().execute(async (alone) => {
      await sql`select pg_advisory_xact_lock(hashtext('shirube roles'))`.execute(alone)
      for (const role of ROLES) {
        await sql.raw(create(role)).execute(alone)
        await sql.raw(enter(role)).execute(alone)
      }
    })
  } catch (cause) {
    throw new Error(`the user ${user} may not create roles; let an administrator run: ${byHand(user)}`, { cause })
  }
}

/** One statement in place of a dozen, for every start but the first. */
async function arePrepared(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ ready: number }>`
    select count(*)::int as ready from pg_roles
    where rolname = any(${[...ROLES]}::text[]) and not rolsuper and not rolbypassrls and pg_has_role(current_user, oid, 'set')`.execute(
    db,
  )
  return rows[0]?.ready === ROLES.length
}

/** Another database's processes don't wait for the lock: a duplicate is their creation at this moment, as good as ours. */
const create = (role: DatabaseRole): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`

/** A statement of its own: the one that met the duplicate would not see the role yet. */
const enter = (role: DatabaseRole): string => `
  do $$ begin
    if not pg_has_role(current_user, '${role}', 'set') then
      execute format('grant ${role} to %I with inherit false, set true', current_user);
    end if;
    if exists (select from pg_roles where rolname = '${role}' and (rolsuper or rolbypassrls)) then
      raise exception '${role} passes by row-level security and must not';
    end if;
  end $$`

const byHand = (user: string): string =>
  [
    ...ROLES.map((role) => `create role ${role} nologin;`),
    `grant ${ROLES.join(', ')} to ${user} with inherit false, set true;`,
  ].join(' ')
