import { sql, type RawBuilder, type Transaction } from 'kysely'
import { become } from '../roles.ts'
import type { Tables } from '../tables.ts'

export type Restoration = Readonly<{ madeAt: Date; now: Date }>

/**
 * What may have gone out after a backup was made is not sent again by itself: letters that were due when it is brought back become
 * uncertain, and those planned later for a moment before that do, too. Answers how many are uncertain by now.
 */
export async function doubtLetters(transaction: Transaction<Tables>, { madeAt, now }: Restoration): Promise<number> {
  await become(transaction, 'shirube_keeper')
  const { numUpdatedRows } = await transaction
    .updateTable('letter')
    .set({ state: 'uncertain', posting: false, lease_until: null, settled_at: now, reason: reasonFor(sql`${madeAt}`) })
    .where((letter) =>
      letter.or([
        letter('state', '=', 'sending'),
        letter.and([letter('state', '=', 'planned'), letter('due_at', '<=', now)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  await transaction.updateTable('letter_turn').set({ backup_at: madeAt, restored_at: now }).execute()
  await become(transaction, 'none')
  return Number(numUpdatedRows)
}

export const reasonFor = (madeAt: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`'restored from a backup of ' || to_char(${madeAt}::timestamptz at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'`
