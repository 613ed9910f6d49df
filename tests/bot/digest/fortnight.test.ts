import { Client } from 'pg'
import { expect, it } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { openPostgres } from '../../../adapters/store/postgres.ts'
import { startPostgres } from '../../adapters/store/postgres-server.ts'
import { readyFolder } from '../../adapters/store/ready-store.ts'
import { END_LEASES, endLeases } from '../../contracts/open-ledger.ts'
import { findingsOf } from './year/findings.ts'
import { live } from './year/live.ts'
import { storeWorld } from './year/store-world.ts'
import type { World } from './year/world.ts'

/** Fewer firms and weeks than the year, in a database. */
async function liveThrough(world: World): Promise<void> {
  const lived = await live(world, { seed: 7, firms: 5, from: new Date('2026-09-01T00:00:00Z'), days: 24, step: 180 })
  const { letters, wrong } = await findingsOf(lived)
  expect(wrong).toEqual([])
  expect(letters.filter(({ state }) => state === 'sent').length).toBeGreaterThan(10)
  expect(lived.deaths).toBeGreaterThan(0)
}

it('sends no digest twice and loses none on PGlite', { timeout: 120_000 }, async () => {
  const store = await openPglite(await readyFolder())
  const close = () => store.close()
  await liveThrough(storeWorld([store, store], { leasesRunOut: () => endLeases(store), close })).finally(close)
})

it('sends no digest twice and loses none with two processes on PostgreSQL', { timeout: 120_000 }, async () => {
  const server = await startPostgres()
  const url = await server.createOwnedDatabase()
  const stores = [await openPostgres(url), await openPostgres(url)] as const
  const hand = new Client({ connectionString: url })
  await hand.connect()
  await hand.query('set role shirube_keeper')
  const close = async () => {
    await Promise.all([...stores.map((store) => store.close()), hand.end()])
    await server.stop()
  }
  const leasesRunOut = async () => {
    await hand.query(END_LEASES)
  }
  await liveThrough(storeWorld(stores, { leasesRunOut, close })).finally(close)
})
