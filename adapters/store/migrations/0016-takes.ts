import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * `takes`: how often what is unanswered was taken up. What ends the process each time is `set_aside` in the end, with whatever
 * reply it has, and is taken up no more.
 */
export const takes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['inbox', 'delivery'])
      await db.schema
        .alterTable(table)
        .addColumn('takes', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
    await db.schema.alterTable('delivery').dropConstraint('delivery_state').execute()
    await db.schema.alterTable('delivery').dropConstraint('delivery_posts_a_reply').execute()
    await sql`alter table delivery
      add constraint delivery_state
        check (state in ('waiting', 'answered', 'posting', 'sent', 'failed', 'uncertain', 'set_aside')),
      add constraint delivery_posts_a_reply check (state in ('waiting', 'set_aside') or reply is not null)`.execute(db)
    await sql`create index delivery_suspect on delivery (takes, arrival) where state = 'waiting' and takes > 0`.execute(
      db,
    )
  },
}
