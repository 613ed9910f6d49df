import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openPglite, restorePglite } from '../../../adapters/store/pglite.ts'
import { openPostgres, restorePostgres } from '../../../adapters/store/postgres.ts'
import { backupContract, RESTORED_AT, restoringContract, type Place } from '../../contracts/backup.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

let root: string
let server: PostgresServer
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-backup-'))
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

const folder = (): Promise<Place> => {
  const path = join(root, randomUUID())
  return Promise.resolve({
    open: () => openPglite(path),
    restore: (one) => restorePglite(path, { ...one, now: RESTORED_AT }),
  })
}

const database = async (): Promise<Place> => {
  const url = await server.createOwnedDatabase()
  return { open: () => openPostgres(url), restore: (one) => restorePostgres(url, { ...one, now: RESTORED_AT }) }
}

backupContract('the way up, from PGlite to PostgreSQL', async () => ({ from: await folder(), to: database }))
backupContract('the way back, from PostgreSQL to PGlite', async () => ({ from: await database(), to: folder }))
restoringContract('PostgreSQL', async () => ({ from: await database(), to: database }))
