import { sql, type Kysely } from 'kysely'
import type { AddressBook } from '../../bot/delivery/address-book.ts'
import type { Tables } from './tables.ts'
import { asJson, asKey } from './text.ts'

export function createAddressBook(db: Kysely<Tables>): AddressBook {
  return {
    async remember({ person, platform, workspace, address }) {
      const fresh = { workspace: asKey(workspace), address: asJson(address), broken: null, seen_at: sql<Date>`now()` }
      await db
        .insertInto('address')
        .values({ person: asKey(person), platform, ...fresh })
        .onConflict((conflict) => conflict.columns(['person', 'platform']).doUpdateSet(fresh))
        .execute()
    },

    async find(person) {
      const rows = await db
        .selectFrom('address')
        .select(['platform', 'workspace', 'address'])
        .where('person', '=', asKey(person))
        .where('broken', 'is', null)
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map((row) => ({ person, ...row }))
    },

    async broken(person, because) {
      await db.updateTable('address').set({ broken: because }).where('person', '=', asKey(person)).execute()
    },

    async remove(person) {
      await db.deleteFrom('address').where('person', '=', asKey(person)).execute()
    },

    async forget(workspace) {
      await db.deleteFrom('address').where('workspace', '=', asKey(workspace)).execute()
    },
  }
}
