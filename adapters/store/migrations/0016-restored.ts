import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Since a backup was brought back nobody knows what went out between `backup_at`, when it was made, and `restored_at`. Whatever is
 * planned from then on for a moment up to `restored_at` may have been sent before.
 */
export const restored: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('letter_turn')
      .addColumn('backup_at', 'timestamptz')
      .addColumn('restored_at', 'timestamptz')
      .execute()
  },
}
