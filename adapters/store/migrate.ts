import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { inbox } from './migrations/0001-inbox.ts'
import { firms } from './migrations/0002-firms.ts'
import { delivery } from './migrations/0010-delivery.ts'
import { addresses } from './migrations/0011-addresses.ts'
import { feedback } from './migrations/0012-feedback.ts'
import { letters } from './migrations/0014-letters.ts'
import { operators } from './migrations/0015-operators.ts'
import { restored } from './migrations/0016-restored.ts'
import { takes } from './migrations/0016-takes.ts'
import { fair } from './migrations/0017-fair.ts'
import type { Tables } from './tables.ts'

/**
 * Run in the order of their names, by the tables' owner. Once released, a migration is never edited or renamed: add the next one.
 * A new table says who may use it (grants.ts); nobody may otherwise.
 */
const MIGRATIONS = {
  '0001-inbox': inbox,
  '0002-firms': firms,
  '0010-delivery': delivery,
  '0011-addresses': addresses,
  '0012-feedback': feedback,
  '0014-letters': letters,
  '0015-operators': operators,
  '0016-restored': restored,
  '0016-takes': takes,
  '0017-fair': fair,
}

const NAMES = Object.keys(MIGRATIONS)

/** The last of them; undefined when they are not the first ones of ours in our order. */
export const migrationsUpTo = (names: readonly string[]): string | undefined =>
  names.every((name, place) => name === NAMES[place]) ? names.at(-1) : undefined

/** All or nothing, under an advisory lock: of several processes starting at once one migrates and the others wait for it. */
export async function migrate(db: Kysely<Tables>, upTo = NAMES.at(-1) ?? ''): Promise<void> {
  const made = await madeIn(db)
  refuseNewer(made)
  // To find out that nothing is to be done, the migrator looks at every table there is.
  if (made.length > 0 && made.length === NAMES.indexOf(upTo) + 1) return
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } })
  const { error, results } = await migrator.migrateTo(upTo)
  if (error === undefined) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName
  throw new Error(`migration ${failed ?? 'bookkeeping'} failed`, { cause: error })
}

/** Names of what was run, in order. */
async function madeIn(db: Kysely<Tables>): Promise<readonly string[]> {
  const there = await sql<{ is: boolean }>`select to_regclass('kysely_migration') is not null as is`.execute(db)
  if (there.rows[0]?.is !== true) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Tables that a newer version made can't be read as this one's. */
function refuseNewer(made: readonly string[]): void {
  const newer = made.find((name) => !NAMES.includes(name))
  if (newer !== undefined)
    throw new Error(`its tables were made by a newer version of Shirube (${newer}); run that one`)
}
