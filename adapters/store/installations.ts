import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { Installations } from '../../bot/delivery/address-book.ts'
import { createSeal } from './seal.ts'
import type { Tables } from './tables.ts'
import { asKey } from './text.ts'

const installationSchema = z.record(z.string(), z.unknown())

/** `key` seals the tokens inside; see createSeal. */
export function createInstallations(db: Kysely<Tables>, key: string): Installations {
  const seal = createSeal(key)
  return {
    async keep(workspace, installation) {
      const sealed = seal.close(JSON.stringify(installation), workspace)
      await db
        .insertInto('installation')
        .values({ workspace: asKey(workspace), sealed })
        .onConflict((conflict) => conflict.column('workspace').doUpdateSet({ sealed, kept_at: sql<Date>`now()` }))
        .execute()
    },

    async read(workspace) {
      const row = await db
        .selectFrom('installation')
        .select('sealed')
        .where('workspace', '=', asKey(workspace))
        .executeTakeFirst()
      return row && installationSchema.parse(JSON.parse(opened(row.sealed, workspace)))
    },

    async remove(workspace) {
      await db.deleteFrom('installation').where('workspace', '=', asKey(workspace)).execute()
    },
  }

  function opened(sealed: string, workspace: string): string {
    try {
      return seal.open(sealed, workspace)
    } catch (cause) {
      const advice = 'Set ENCRYPTION_KEY to the key it was kept with, or install the app there again.'
      throw new Error(`The installation of ${workspace} does not open with this ENCRYPTION_KEY. ${advice}`, { cause })
    }
  }
}
