import type { Kysely } from 'kysely'
import type { Operators } from '../../bot/ports.ts'
import type { Tables } from './tables.ts'
import { asKey, fromKey } from './text.ts'

export function createOperators(db: Kysely<Tables>): Operators {
  return {
    async has(person) {
      const found = await db
        .selectFrom('operator')
        .select('person')
        .where('person', '=', asKey(person))
        .executeTakeFirst()
      return found !== undefined
    },

    async add(person, since) {
      const added = await db
        .insertInto('operator')
        .values({ person: asKey(person), since })
        .onConflict((conflict) => conflict.doNothing())
        .returning('person')
        .executeTakeFirst()
      return added !== undefined
    },

    async remove(person) {
      const { numDeletedRows } = await db
        .deleteFrom('operator')
        .where('person', '=', asKey(person))
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    async list() {
      const rows = await db.selectFrom('operator').selectAll().orderBy('since').orderBy('person').execute()
      return rows.map(({ person, since }) => ({ person: fromKey(person), since }))
    },
  }
}
