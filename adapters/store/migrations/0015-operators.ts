import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { giveToSystem } from '../grants.ts'

/** Who runs the deployment, by person as platforms name them. They belong to no firm. */
export const operators: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('operator')
      .addColumn('person', 'text', (column) => column.primaryKey())
      .addColumn('since', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await giveToSystem(db, 'operator')
  },
}
