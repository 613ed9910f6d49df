import type { Store } from '../../../../adapters/store/store.ts'
import type { World } from './world.ts'

/** What two processes share in a database. */
export const storeWorld = (
  [first, second]: readonly [Store, Store],
  ends: Pick<World, 'leasesRunOut' | 'close'>,
): World => ({
  firms: first.firms,
  ledgers: [first.ledger, second.ledger],
  addressBook: first.addressBook,
  ...ends,
})
