import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const inbox: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('inbox')
      .addColumn('event_id', 'text', (column) => column.primaryKey())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('arrival', 'bigint', (column) => column.generatedAlwaysAsIdentity())
      .addColumn('received_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('lease_until', 'timestamptz', (column) => column.notNull())
      .addColumn('event', 'jsonb', (column) => column.notNull())
      .addColumn('reply', 'jsonb')
      .addColumn('finished_at', 'timestamptz')
      .addCheckConstraint('inbox_finished_with_a_reply', sql`(reply is null) = (finished_at is null)`)
      .execute()
    await db.schema.createIndex('inbox_thread').on('inbox').columns(['thread', 'arrival']).execute()
  },
}
