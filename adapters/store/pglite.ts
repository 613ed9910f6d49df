import { access, constants, mkdir, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { CompiledQuery } from 'kysely'
import type { Restored, Restoring } from './backup/restore.ts'
import { lockFolder } from './lock.ts'
import { createPgliteDialect } from './pglite-dialect.ts'
import { createQueueDoor } from './queue-door.ts'
import { reasonOf } from './reason.ts'
import { createStore, restoreStore, type Database, type Store } from './store.ts'

/**
 * The store in a folder of this computer, for trying Shirube out and for small installations: one process at a time.
 * It survives a killed process, but PGlite never waits for the disk: a power cut can cost the last writes, so production
 * wants PostgreSQL. When the folder is lost to another process, the store refuses all further work and `onLost` is told:
 * stop the process then.
 */
export async function openPglite(folder: string, onLost: (lost: Error) => void = warn): Promise<Store> {
  const { database, close } = await openFolder(folder, onLost)
  try {
    const store = await createStore(database)
    return { ...store, close: () => store.close().then(close) }
  } catch (error) {
    await close()
    throw error
  }
}

export async function restorePglite(folder: string, restoring: Restoring): Promise<Restored> {
  const { database, close } = await openFolder(folder, warn)
  try {
    return await restoreStore(database, restoring)
  } finally {
    await close()
  }
}

type OpenFolder = Readonly<{ database: Database; close(): Promise<void> }>

async function openFolder(folder: string, onLost: (lost: Error) => void): Promise<OpenFolder> {
  await prepare(folder)
  const ownership: { lost?: Error } = {}
  const lock = await lockFolder(folder, (lost) => {
    ownership.lost = lost
    onLost(lost)
  })
  try {
    const pglite = await openFiles(folder)
    const dialect = (first?: CompiledQuery) => createPgliteDialect(pglite, () => ownership.lost, first)
    return {
      database: { dialect, ...wordsFor(folder), queue: (db) => createQueueDoor(db, pglite) },
      async close() {
        // Closing writes, which a folder that is no longer ours must be spared.
        if (!pglite.closed && ownership.lost === undefined) await pglite.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const warn = (lost: Error): void => {
  process.emitWarning(lost)
}

const wordsFor = (folder: string) => ({
  name: `The store in ${folder}`,
  advice: 'Restart Shirube; if that does not help, restore a backup or set DATA_DIR to another folder.',
})

async function prepare(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (cause) {
    const advice = 'Set DATA_DIR to a folder that this user may write to.'
    throw new Error(`The data folder ${folder} cannot be used: ${reasonOf(cause)}. ${advice}`, { cause })
  }
}

/**
 * How much WebAssembly runs before V8 optimises it, 13,000,000 unless set. Opening a store just reaches that: optimising
 * PostgreSQL's largest functions takes half a gigabyte for a moment and a second of work beside the start. Later it happens
 * all the same where there is much to do; docs/scale.md has the figures.
 */
const UNOPTIMISED = 2_000_000_000

async function openFiles(folder: string): Promise<PGlite> {
  const path = join(folder, 'store')
  setFlagsFromString(`--wasm-tiering-budget=${UNOPTIMISED}`)
  try {
    if (!existsSync(path)) await createFiles(path)
    return await PGlite.create(path)
  } catch (cause) {
    const { name, advice } = wordsFor(folder)
    throw new Error(`${name} could not be opened: ${reasonOf(cause)}. ${advice}`, { cause })
  }
}

/** Under another name until complete: PGlite can never again open a folder whose creation was killed at a bad moment. */
async function createFiles(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  // PGlite lets everybody read and write its files; people's questions are private.
  await mkdir(unfinished, { mode: 0o700 })
  await createInThread(unfinished)
  await rename(unfinished, path)
}

/**
 * PGlite never gives back the 200 MB that making a store takes, a thread gives back half; and meanwhile this one is free to
 * read the corpus. No process of its own: it would go on writing after this one was killed.
 */
function createInThread(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    new Worker(new URL('./create-files.ts', import.meta.url), { workerData: folder })
      .once('error', reject)
      .once('exit', (code) => {
        if (code === 0) resolve()
        else reject(new Error(`its files could not be made in ${folder}`))
      })
  })
}
