import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Whose an arrival is, so that everybody gets a turn. `crowded`: it came while too much of theirs was waiting, and is answered by
 * saying so; of those that follow soon, `declined`, not even that is said.
 */
export const fair: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('delivery')
      .addColumn('person', 'text', (column) => column.generatedAlwaysAs(sql`event -> 'speaker' ->> 'person'`).stored())
      .addColumn('crowded', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute()
    await db.schema.alterTable('delivery').dropConstraint('delivery_state').execute()
    await db.schema.alterTable('delivery').dropConstraint('delivery_posts_a_reply').execute()
    await sql`alter table delivery
      add constraint delivery_state check (
        state in ('waiting', 'answered', 'posting', 'sent', 'failed', 'uncertain', 'set_aside', 'declined')),
      add constraint delivery_posts_a_reply check (state in ('waiting', 'set_aside', 'declined') or reply is not null)`.execute(
      db,
    )
    for (const whose of ['person', 'workspace'])
      await sql`create index ${sql.id(`delivery_waiting_${whose}`)} on delivery (${sql.id(whose)}) where state = 'waiting'`.execute(
        db,
      )
    await sql`create index delivery_crowded on delivery (person, received_at) where crowded`.execute(db)
    await sql`create index delivery_in_hand on delivery (due_at) where state in ('waiting', 'posting')`.execute(db)
  },
}
