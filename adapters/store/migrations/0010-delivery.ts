import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { giveToSystem } from '../grants.ts'

/**
 * What came in from a platform and how its reply is going out. `arrival` orders a thread. `state`: `waiting` for an answer,
 * `answered` and to be posted, `posting` now, then `sent`, `failed` or `uncertain` for good. Due from `due_at` on.
 */
export const delivery: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('delivery')
      .addColumn('event_id', 'text', (column) => column.primaryKey())
      .addColumn('arrival', 'bigint', (column) => column.generatedAlwaysAsIdentity())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('event', 'jsonb', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) =>
        column.generatedAlwaysAs(sql`event -> 'speaker' ->> 'workspace'`).stored(),
      )
      .addColumn('address', 'jsonb', (column) => column.notNull())
      .addColumn('reply', 'jsonb')
      .addColumn('state', 'text', (column) => column.notNull().defaultTo('waiting'))
      .addColumn('due_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('doubts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('message', 'text')
      .addColumn('problem', 'text')
      .addColumn('received_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addCheckConstraint(
        'delivery_state',
        sql`state in ('waiting', 'answered', 'posting', 'sent', 'failed', 'uncertain')`,
      )
      .addCheckConstraint('delivery_posts_a_reply', sql`state = 'waiting' or reply is not null`)
      .execute()
    await db.schema.createIndex('delivery_thread').on('delivery').columns(['thread', 'arrival']).execute()
    await db.schema.createIndex('delivery_workspace').on('delivery').column('workspace').execute()
    await giveToSystem(db, 'delivery')
    await sql`create index delivery_open on delivery (platform, thread, arrival) where state in ('waiting', 'answered', 'posting')`.execute(
      db,
    )
  },
}
