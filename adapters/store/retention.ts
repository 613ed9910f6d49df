import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Removes what was said and answered before then, and who mistyped codes; answers how many events that were. */
export async function forget(db: Kysely<Tables>, before: Date): Promise<number> {
  const inbox = await db.deleteFrom('inbox').where('received_at', '<', before).executeTakeFirstOrThrow()
  const delivery = await db.deleteFrom('delivery').where('received_at', '<', before).executeTakeFirstOrThrow()
  await db
    .deleteFrom('code_tries')
    .where(sql`${before} > all(tried_at)`, 'is', true)
    .execute()
  return Number(inbox.numDeletedRows + delivery.numDeletedRows)
}

/**
 * The event of a row that is answered now: without its text where the speaker's firm wants what its people ask out of the record.
 * The reply stays, so that the same event gets the same one and a thread goes on from what it showed.
 */
export const answeredEvent = (table: 'inbox' | 'delivery') => {
  const event = sql.ref(`${table}.event`)
  return sql<string>`case when ${event} ->> 'kind' = 'message' and exists (
      select from workspace join firm on firm.id = workspace.firm_id
      where workspace.id = ${sql.ref(`${table}.workspace`)} and firm.facts -> 'settings' ->> 'keepsQuestions' = 'false'
    ) then ${event} || '{"text": ""}' else ${event} end`
}
