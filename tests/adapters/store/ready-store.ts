import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, inject } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Store } from '../../../adapters/store/store.ts'
import { SHARED_DATA } from '../../bot/composed.ts'

/** An embedded store with nothing in it yet, for a whole test file or `describe`, closed and removed after everything else. */
export async function openReadyStore(): Promise<Readonly<{ folder: string; store: Store }>> {
  const folder = await readyFolder()
  const store = await openPglite(folder)
  afterAll(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, store }
}

/** A data folder as a start leaves it to which nobody has said anything. Making a store takes seconds, copying it a moment. */
export async function readyFolder(): Promise<string> {
  const folder = await mkdtemp(join(inject('scratch'), 'data-'))
  await cp(await madeOnce(), folder, { recursive: true })
  return folder
}

/** The same, with the index that another test has built or will build: for a bot that is started on it. */
export async function usedFolder(): Promise<string> {
  const folder = await readyFolder()
  for (const kept of ['corpus', 'index']) {
    await mkdir(join(SHARED_DATA, kept), { recursive: true })
    await symlink(join(SHARED_DATA, kept), join(folder, kept))
  }
  return folder
}

/** The first of this run to ask makes it, the others wait. */
async function madeOnce(): Promise<string> {
  const made = join(inject('scratch'), 'made')
  if (await isFirstAt(`${made}.once`)) {
    await (await openPglite(`${made}.unfinished`)).close()
    await rename(`${made}.unfinished`, made)
  }
  while (!existsSync(made)) await sleep(20)
  return made
}

/** Of those who race, one makes the folder: the others are told of none. */
const isFirstAt = async (folder: string): Promise<boolean> => (await mkdir(folder, { recursive: true })) !== undefined
