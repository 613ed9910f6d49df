import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Feedback } from '../../bot/feedback.ts'
import type { Tables } from './tables.ts'
import { asText } from './text.ts'

/** Reasons shown of one entry. */
const REASONS = 20

export function createFeedback(db: Kysely<Tables>): Feedback {
  return {
    async keep({ by, reply, about, helped, reason }) {
      const said = { about: asText(about), helped, reason: reason === undefined ? null : asText(reason) }
      await db
        .insertInto('feedback')
        .values({ key: keyOf(by, reply), ...said })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(said))
        .execute()
    },

    counts: () =>
      db
        .selectFrom('feedback')
        .select([
          'about',
          sql<number>`count(*) filter (where helped)::int`.as('helped'),
          sql<number>`count(*) filter (where not helped)::int`.as('didNotHelp'),
          sql<
            string[]
          >`coalesce((array_agg(reason order by said_at desc) filter (where reason is not null))[1:${sql.lit(REASONS)}], '{}')`.as(
            'reasons',
          ),
        ])
        .groupBy('about')
        .orderBy('about')
        .execute(),
  }
}

/** The same for one person and one answer, and says neither. */
const keyOf = (by: string, reply: string): string =>
  createHash('sha256')
    .update(JSON.stringify([by, reply]))
    .digest('base64url')
