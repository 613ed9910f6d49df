import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { giveToSystem } from '../grants.ts'

/** How people are reached, and what platforms gave at installation. `broken`: why a platform refuses an address. */
export const addresses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('address')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('address', 'jsonb', (column) => column.notNull())
      .addColumn('broken', 'text')
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('address_key', ['person', 'platform'])
      .execute()
    await db.schema.createIndex('address_workspace').on('address').column('workspace').execute()
    await db.schema
      .createTable('installation')
      .addColumn('workspace', 'text', (column) => column.primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await giveToSystem(db, 'address')
    await giveToSystem(db, 'installation')
  },
}
