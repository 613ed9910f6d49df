import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { addressBookContract } from '../../contracts/address-book.ts'
import { feedbackContract } from '../../contracts/feedback.ts'
import { checklistLogContract } from '../../contracts/checklist-log.ts'
import { firmsContract } from '../../contracts/firms.ts'
import { inboxContract } from '../../contracts/inbox.ts'
import { isolationContract, type Row } from '../../contracts/isolation.ts'
import { ledgerContract } from '../../contracts/ledger.ts'
import { mailroomContract } from '../../contracts/mailroom.ts'
import { secondsLater } from '../../contracts/open-mailroom.ts'
import { operatorsContract } from '../../contracts/operators.ts'
import { endLeases, openLedger } from '../../contracts/open-ledger.ts'
import { retentionContract } from '../../contracts/retention.ts'
import { sentContract } from '../../contracts/sent.ts'
import { message, saying } from '../../contracts/turns.ts'
import { unansweredContract } from '../../contracts/unanswered.ts'
import { startChild } from './child.ts'
import { killWhileWriting } from './killing.ts'
import { readyFolder } from './ready-store.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-pglite-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const openReady = async () => openPglite(await readyFolder())

inboxContract('PGlite', async () => {
  const folder = await readyFolder()
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

mailroomContract('PGlite', async () => {
  const store = await openPglite(join(root, 'mailroom'))
  const byHand = async (statement: string): Promise<void> => {
    await store.queue?.run(statement, [])
  }
  return {
    mailrooms: () => [store.mailroom],
    later: () => byHand(`update delivery set due_at = now() - interval '1 second'`),
    secondsLater: (seconds) => byHand(secondsLater(seconds)),
    close: () => store.close(),
  }
})

ledgerContract('PGlite', async () => {
  const store = await openReady()
  return openLedger({ stores: () => [store], leasesRunOut: () => endLeases(store), close: () => store.close() })
})

unansweredContract('PGlite', openReady)

addressBookContract('PGlite', openReady)

sentContract('PGlite', openReady)

feedbackContract('PGlite', openReady)

operatorsContract('PGlite', openReady)

firmsContract('PGlite', openReady)

checklistLogContract('PGlite', async () => {
  const folder = await readyFolder()
  let store = await openPglite(folder)
  return {
    firms: () => [store.firms],
    async afterRestart() {
      await store.close()
      store = await openPglite(folder)
      return store.firms
    },
    close: () => store.close(),
  }
})

isolationContract('PGlite', async () => {
  const folder = await readyFolder()
  const store = await openPglite(folder)
  return {
    store,
    async byHand() {
      await store.close()
      const files = await PGlite.create(join(folder, 'store'))
      return { query: async (statement) => (await files.query<Row>(statement)).rows, close: () => files.close() }
    },
  }
})

retentionContract('PGlite', openReady)

describe('opening a folder', () => {
  it('finds everything again after closing', async () => {
    const folder = join(root, 'contract')
    const event = message()
    const before = await openPglite(folder)
    await before.inbox.finish(event, saying('kept'))
    await before.close()
    await before.close()
    const after = await openPglite(folder)
    expect(await after.inbox.thread(event.thread)).toEqual([{ event, reply: saying('kept') }])
    await after.close()
  })

  it('refuses while somebody else has it open, who goes on undisturbed', async () => {
    const folder = join(root, 'contract')
    const first = await openPglite(folder)
    await expect(openPglite(folder)).rejects.toThrow(`in use by process ${process.pid}`)
    await first.healthy()
    await first.close()
  })

  // Fifty kills are a bench of their own: npm run bench -- killing.
  it('loses nothing that was acknowledged when the process is killed in the middle of writing', async () => {
    const folder = join(root, 'contract')
    for (const enough of [1, 10, 100]) {
      const { acknowledged, lost } = await killWhileWriting(folder, enough)
      expect(lost).toEqual([])
      expect(acknowledged).toBeGreaterThanOrEqual(enough)
    }
  }, 120_000)

  it('works after a process was killed while creating it', async () => {
    const folder = join(root, 'begun')
    const writer = startChild(import.meta.resolve('./store-writer.ts'), folder)
    await expect
      .poll(() => existsSync(join(folder, 'store.unfinished', 'PG_VERSION')), { timeout: 60_000, interval: 1 })
      .toBe(true)
    writer.send('SIGKILL')
    await writer.ended
    const store = await openPglite(folder)
    await store.healthy()
    expect(await readdir(folder)).toEqual(['store', 'store.lock'])
    expect((await stat(join(folder, 'store'))).mode & 0o777).toBe(0o700)
    await store.close()
  }, 120_000)

  it('writes nothing more once the folder is lost to another process, and says so', async () => {
    const folder = join(root, 'contract')
    const path = join(folder, 'store.lock')
    const lost = Promise.withResolvers<Error>()
    const store = await openPglite(folder, lost.resolve)
    const mine = await readFile(path, 'utf8')
    await writeFile(path, mine.replace(/"token":"[^"]+"/, '"token":"00000000-0000-4000-8000-000000000000"'))
    expect((await lost.promise).message).toContain('another process may have it open')
    const event = message()
    await expect(store.healthy()).rejects.toThrow(`The store in ${folder} does not answer: ${path} no longer says`)
    await expect(store.inbox.record(event)).rejects.toThrow('no longer says that the folder is ours')
    await store.close()
    await rm(path)
    const next = await openPglite(folder)
    expect(await next.inbox.record(event)).toBe('new')
    await next.close()
  })

  it('is not healthy after closing', async () => {
    const store = await openPglite(join(root, 'contract'))
    await store.close()
    await expect(store.healthy()).rejects.toThrow('does not answer')
  })

  it('says which folder cannot be used, and what to do', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    await expect(openPglite(file)).rejects.toThrow(`The data folder ${file} cannot be used: EEXIST`)
    await expect(openPglite(join(file, 'inside'))).rejects.toThrow(
      'Set DATA_DIR to a folder that this user may write to.',
    )
  })

  it('says that the files are damaged, and lets go of the folder', async () => {
    const folder = join(root, 'damaged')
    await mkdir(join(folder, 'store'), { recursive: true })
    await writeFile(join(folder, 'store', 'PG_VERSION'), '18')
    await expect(openPglite(folder)).rejects.toThrow(
      /The store in .* could not be opened: .* restore a backup or set DATA_DIR/,
    )
    expect(await readdir(folder)).toEqual(['store'])
  })
})
