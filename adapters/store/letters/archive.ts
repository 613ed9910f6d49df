import type { Kysely } from 'kysely'
import type { Archive } from '../../../bot/digest/ledger.ts'
import { asFirm } from '../roles.ts'
import type { Tables } from '../tables.ts'

export const createArchive = (db: Kysely<Tables>): Archive => ({
  async latest(firm, kind, before) {
    const row = await db
      .selectFrom('letter')
      .select(['period', 'at', 'corpus'])
      .where('firm_id', '=', firm)
      .where('kind', '=', kind)
      .where('state', '=', 'sent')
      .where('at', '<', before)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row && { ...row, corpus: row.corpus ?? '' }
  },

  told: ({ firm, kind, period, recipient }) =>
    asFirm(db, firm, async (own) => {
      const kept = await own
        .selectFrom('letter_told')
        .select(['told', 'hash'])
        .where('firm_id', '=', firm)
        .where('kind', '=', kind)
        .where('period', '=', period)
        .where('about', '=', kind === 'day' ? recipient : '')
        .executeTakeFirst()
      return kept && { data: kept.told, hash: kept.hash }
    }),
})
