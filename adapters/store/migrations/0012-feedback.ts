import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { giveToSystem } from '../grants.ts'

/** Whether answers helped. `key` stands for one person's opinion of one answer without saying whose; no firm, no name. */
export const feedback: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('feedback')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('helped', 'boolean', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('said_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await giveToSystem(db, 'feedback')
  },
}
