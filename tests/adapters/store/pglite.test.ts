import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { inboxContract } from '../../contracts/inbox.ts'
import { message, saying } from '../../contracts/turns.ts'
import { startChild } from './child.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-pglite-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

inboxContract('PGlite', async () => {
  const folder = join(root, 'contract')
  let store = await openPglite(folder)
  return {
    inboxes: () => [store.inbox],
    async afterCrash() {
      await store.close()
      const files = await PGlite.create(join(folder, 'store'))
      await files.query(`update inbox set lease_until = now() - interval '1 second'`)
      await files.close()
      store = await openPglite(folder)
      return store.inbox
    },
    close: () => store.close(),
  }
})
