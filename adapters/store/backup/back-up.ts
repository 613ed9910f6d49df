import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql, type Kysely, type Transaction } from 'kysely'
import { become } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { keptTables, type KeptTable } from './catalogue.ts'
import { sealed, type Manifest } from './format.ts'

/** How many rows of each table, and how large the file is. */
export type BackedUp = Readonly<{ file: string; rows: Readonly<Record<string, number>>; bytes: number }>

const PAGE = 1_000

/**
 * Writes everything that is kept, as it is at one moment, to a new file that only its owner may read. The file has its name
 * only once it is complete. `at` is the clock port's time.
 */
export async function backUp(db: Kysely<Tables>, file: string, at: Date): Promise<BackedUp> {
  const unfinished = `${file}.unfinished`
  try {
    const manifest = await writeSnapshot(db, unfinished, at)
    await rename(unfinished, file)
    const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]))
    return { file, rows, bytes: (await stat(file)).size }
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw new Error(`No backup was written to ${file}`, { cause })
  }
}

const writeSnapshot = (db: Kysely<Tables>, file: string, at: Date): Promise<Manifest> =>
  db.transaction().execute(async (snapshot) => {
    await sql`set transaction isolation level repeatable read`.execute(snapshot)
    await become(snapshot, 'shirube_keeper')
    const tables = await keptTables(snapshot)
    const manifest = await manifestOf(snapshot, tables, at)
    const lines = linesIn(snapshot, manifest)
    await pipeline(sealed(lines), createGzip(), createWriteStream(file, { mode: 0o600 }))
    return manifest
  })

async function manifestOf(db: Transaction<Tables>, tables: readonly KeptTable[], at: Date): Promise<Manifest> {
  const { rows: migrations } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const counted = []
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(db)
    counted.push({ name, columns: [...columns], rows: rows[0]?.n ?? 0 })
  }
  const names = migrations.map(({ name }) => name)
  return { shirube: 'backup', format: 1, made_at: at.toISOString(), migrations: names, tables: counted }
}

/** PostgreSQL writes the rows and will read them, so that no number or time passes through JavaScript's. */
async function* linesIn(db: Transaction<Tables>, manifest: Manifest): AsyncIterable<string> {
  yield JSON.stringify(manifest)
  for (const { name } of manifest.tables) {
    await sql`declare page no scroll cursor for select to_jsonb(t)::text as line from ${sql.table(name)} t`.execute(db)
    for (;;) {
      const { rows } = await sql<{ line: string }>`fetch ${sql.lit(PAGE)} from page`.execute(db)
      for (const { line } of rows) yield line
      if (rows.length < PAGE) break
    }
    await sql`close page`.execute(db)
  }
}
