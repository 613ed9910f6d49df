import { sql, type Kysely, type Transaction } from 'kysely'
import { doubtLetters } from '../letters/doubt.ts'
import { migrate, migrationsUpTo } from '../migrate.ts'
import { become } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { keptTables } from './catalogue.ts'
import { checkBackup, linesOf, type Manifest } from './format.ts'

/** `replace`: what is kept so far is given up. `now`: the clock port's time. */
export type Restoring = Readonly<{ file: string; replace: boolean; now: Date }>
/** `doubtful`: letters of which nobody knows whether they went out after the backup was made. */
export type Restored = Readonly<{ made_at: string; rows: Readonly<Record<string, number>>; doubtful: number }>

const BATCH = 500

/**
 * Puts a backup, of whichever store, in the place of what is kept, or changes nothing. The tables are made as they were when the
 * backup was, filled, and brought up to date from there. `owner` is the tables'.
 */
export async function restore(owner: Kysely<Tables>, { file, replace, now }: Restoring): Promise<Restored> {
  const manifest = await checkBackup(file)
  const upTo = migrationsUpTo(manifest.migrations)
  if (upTo === undefined)
    throw new Error(`${file} was made by a newer version of Shirube; update this one first, then restore`)
  const doubtful = await owner.transaction().execute(async (transaction) => {
    if (!replace) await refuseIfKept(transaction)
    await dropTables(transaction)
    await migrate(transaction, upTo)
    await fill(transaction, manifest, file)
    await continueCounting(transaction)
    await migrate(transaction)
    return doubtLetters(transaction, { madeAt: new Date(manifest.made_at), now })
  })
  return {
    made_at: manifest.made_at,
    doubtful,
    rows: Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows])),
  }
}

async function refuseIfKept(transaction: Transaction<Tables>): Promise<void> {
  await become(transaction, 'shirube_keeper')
  for (const { name } of await keptTables(transaction)) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(transaction)
    if (rows.length > 0)
      throw new Error('The store is not empty. Nothing was restored; --replace gives up what it holds for the backup.')
  }
  await become(transaction, 'none')
}

async function dropTables(transaction: Transaction<Tables>): Promise<void> {
  const kept = await keptTables(transaction)
  const names = [...kept.map(({ name }) => name), 'kysely_migration', 'kysely_migration_lock']
  await sql`drop table if exists ${sql.join(names.map((name) => sql.table(name)))}`.execute(transaction)
}

async function fill(transaction: Transaction<Tables>, { tables }: Manifest, file: string): Promise<void> {
  await become(transaction, 'shirube_keeper')
  const lines = linesOf(file)[Symbol.asyncIterator]()
  const next = async (): Promise<string> => (await lines.next()).value as string
  await next()
  for (const { name, columns, rows } of tables)
    for (let done = 0; done < rows; done += BATCH) {
      const batch: string[] = []
      while (batch.length < Math.min(BATCH, rows - done)) batch.push(await next())
      await add(transaction, { name, columns }, batch)
    }
  await become(transaction, 'none')
}

async function add(
  transaction: Transaction<Tables>,
  { name, columns }: Readonly<{ name: string; columns: readonly string[] }>,
  rows: readonly string[],
): Promise<void> {
  const table = sql.table(name)
  const list = sql.join(columns.map((column) => sql.ref(column)))
  await sql`
    insert into ${table} (${list}) overriding system value
    select ${list} from jsonb_populate_recordset(null::${table}, ${`[${rows.join(',')}]`}::jsonb)`.execute(transaction)
}

/** What counts up by itself goes on after the highest number there is. */
async function continueCounting(transaction: Transaction<Tables>): Promise<void> {
  for (const { name, counters } of await keptTables(transaction))
    for (const counter of counters) {
      await become(transaction, 'shirube_keeper')
      const { rows } = await sql<{ next: string }>`
        select (coalesce(max(${sql.ref(counter)}), 0) + 1)::text as next from ${sql.table(name)}`.execute(transaction)
      await become(transaction, 'none')
      await sql`alter table ${sql.table(name)} alter column ${sql.ref(counter)} restart with ${sql.raw(rows[0]?.next ?? '1')}`.execute(
        transaction,
      )
    }
}
