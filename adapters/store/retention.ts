import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { ChatEvent } from '../../bot/event.ts'
import { leftOfQuestion, type Ends, type Kept } from '../../bot/retention.ts'
import type { Tables } from './tables.ts'
import { asJson } from './text.ts'

/** How many of each are gone. */
export type Forgotten = Readonly<Record<Kept, number>>

/** Removes what has been kept as long as it is to be, and the words of questions in firms that have come to want no record. */
export async function forget(db: Kysely<Tables>, ends: Ends): Promise<Forgotten> {
  await forgetWords(db)
  return {
    said: await forgetSaid(db, ends.said),
    unrecorded: await forgetUnrecorded(db, ends.unrecorded),
    feedback: await removed(sql`delete from feedback where said_at < ${ends.feedback}`, db),
    codes: await forgetCodes(db, ends.codes),
    addresses: await removed(
      sql`delete from address where seen_at < ${ends.addresses} and not exists (
        select from account join member on member.firm_id = account.firm_id and member.id = account.member_id
        where account.person = address.person and member.facts ->> 'left' = 'false')`,
      db,
    ),
  }
}

const WITHOUT_RECORD = sql`select workspace.id from workspace join firm on firm.id = workspace.firm_id
  where firm.facts -> 'settings' ->> 'keepsQuestions' = 'false'`

/** What waits for an answer is left alone; it loses its words when it has one. */
async function forgetWords(db: Kysely<Tables>): Promise<void> {
  for (const table of ['inbox', 'delivery'])
    await sql`update ${sql.table(table)} set event = event || '{"text": ""}'
      where workspace in (${WITHOUT_RECORD}) and reply is not null and event ->> 'text' <> ''`.execute(db)
}

const forgetSaid = async (db: Kysely<Tables>, before: Date): Promise<number> =>
  (await removed(sql`delete from inbox where received_at < ${before}`, db)) +
  (await removed(sql`delete from delivery where received_at < ${before}`, db))

/** What is still on its way to a platform arrives there first. */
const forgetUnrecorded = async (db: Kysely<Tables>, before: Date): Promise<number> =>
  (await removed(sql`delete from inbox where received_at < ${before} and workspace in (${WITHOUT_RECORD})`, db)) +
  (await removed(
    sql`delete from delivery where received_at < ${before} and workspace in (${WITHOUT_RECORD})
      and state in ('sent', 'failed', 'uncertain', 'set_aside', 'declined')`,
    db,
  ))

async function forgetCodes(db: Kysely<Tables>, before: Date): Promise<number> {
  await sql`delete from code_tries where (${before}::timestamptz > all(tried_at))`.execute(db)
  return removed(sql`delete from code where expires_at < ${before}`, db)
}

const removed = async (deleting: RawBuilder<unknown>, db: Kysely<Tables>): Promise<number> =>
  Number((await deleting.execute(db)).numAffectedRows ?? 0)

/**
 * The event of a row that was worked now: without its words where the speaker's firm wants no record of questions. The reply
 * stays for a day, so that the same event gets the same one and a thread goes on from what it showed.
 */
export const workedEvent = (table: 'inbox' | 'delivery', event: ChatEvent) => {
  const kept = sql.ref(`${table}.event`)
  const left = asJson(leftOfQuestion(event))
  return sql<string>`case when ${sql.ref(`${table}.workspace`)} in (${WITHOUT_RECORD}) then ${kept} || ${left}::jsonb else ${kept} end`
}
