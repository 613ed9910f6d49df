import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Store } from '../../../adapters/store/store.ts'
import type { ChatEvent } from '../../../bot/event.ts'
import { MOST_TAKES } from '../../../bot/set-aside.ts'
import { message } from '../../contracts/turns.ts'
import { startChild } from './child.ts'
import { DEADLY } from './deadly.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-deadly-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const innocent = Array.from({ length: 8 }, () => message())
const deadly: ChatEvent = { ...message(), kind: 'message', text: DEADLY }
const operating = { now: () => new Date(), write: () => '', read: () => Promise.reject(new Error('unused')) as never }

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openPglite(folder)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** As if the leases of whoever was killed had run out. */
async function leasesRunOut(): Promise<void> {
  const files = await PGlite.create(join(folder, 'store'))
  await files.query(`update delivery set due_at = now() where state in ('waiting', 'answered', 'posting')`)
  await files.close()
}

/** One process after the other, until one survives what it was given. */
async function workUntilOneLives(): Promise<Readonly<{ killed: number; lines: readonly string[] }>> {
  const lines: string[] = []
  for (let killed = 0; killed < 2 * MOST_TAKES; killed += 1) {
    const worker = startChild(import.meta.resolve('./deadly-worker.ts'), folder)
    for (let line = await worker.nextLine(); line !== undefined; line = await worker.nextLine()) {
      lines.push(line)
      if (!line.startsWith(deadly.id)) continue
      worker.send('SIGKILL')
      await worker.ended
      return { killed, lines }
    }
    await worker.ended
    await leasesRunOut()
  }
  throw new Error(`every process was killed:\n${lines.join('\n')}`)
}

it('kills three processes and no more, and everything that was in hand with it is answered', async () => {
  await withStore(async ({ mailroom }) => {
    for (const event of [deadly, ...innocent]) await mailroom.accept({ platform: 'test', event, address: {} })
  })
  const { killed, lines } = await workUntilOneLives()
  expect(killed).toBe(MOST_TAKES)
  expect(lines).toContain(`${deadly.id} error`)
  for (const { id } of innocent) expect(lines).toContain(`${id} answered`)
  expect(lines.filter((line) => line.startsWith('reported'))).toEqual([expect.stringContaining(deadly.id)])
  expect(lines.join('\n')).not.toContain(DEADLY)
}, 300_000)

it('is listed for the operator without its words, and worked again when the operator says so', async () => {
  await withStore(async (store) => {
    const operator = store.operator(operating)
    expect(await store.standing()).toEqual({ waiting: 0, set_aside: 1, failed: 0, uncertain: 0 })
    const line = { id: deadly.id, platform: 'test', kind: 'message', state: 'set_aside', reason: null }
    expect(await operator.messages('')).toMatchObject([line])
    expect(JSON.stringify(await operator.messages(''))).not.toContain(DEADLY)
    expect(await operator.retry(deadly.id)).toMatchObject(line)
    expect(await operator.messages('')).toEqual([])
    await expect(operator.retry(deadly.id)).rejects.toThrow('is no message that waits for you')
    expect(await store.mailroom.take('test', 9)).toMatchObject([{ event: deadly, reply: undefined, takes: 1 }])
  })
}, 60_000)
