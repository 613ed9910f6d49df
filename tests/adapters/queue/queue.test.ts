import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startQueue, type QueueDatabase, type QueueWork } from '../../../adapters/queue/queue.ts'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { openPostgres } from '../../../adapters/store/postgres.ts'
import { startPostgres, type PostgresServer } from '../store/postgres-server.ts'
import { readyFolder } from '../store/ready-store.ts'

type Opened = Readonly<{ database: QueueDatabase; close(): Promise<void> }>

function queueContract(name: string, open: () => Promise<Opened>): void {
  describe(`the queue on ${name}`, () => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    /** A process at work, and what it was asked to send. */
    async function atWork(work: Partial<QueueWork> = {}) {
      const sent: string[] = []
      const surprises: unknown[] = []
      const whole: QueueWork = {
        plan: () => Promise.resolve([]),
        send(id) {
          sent.push(id)
          return Promise.resolve(undefined)
        },
        ...work,
      }
      const queue = await startQueue(opened.database, whole, (cause) => surprises.push(cause))
      return { queue, sent, surprises }
    }

    it('plans as it starts, and sends what was planned', async () => {
      const { queue, sent } = await atWork({ plan: () => Promise.resolve(['planned-1', 'planned-2']) })
      await expect.poll(() => sent.toSorted(), { timeout: 20_000 }).toEqual(['planned-1', 'planned-2'])
      await queue.stop()
    })

    it('starts again on the tables that are there, and wakes for what is put', async () => {
      const { queue, sent } = await atWork()
      await queue.put(['put-1'])
      await expect.poll(() => sent, { timeout: 20_000 }).toEqual(['put-1'])
      await queue.stop()
    })

    it('comes back to a letter when asked to', async () => {
      const tried: number[] = []
      const { queue } = await atWork({
        send() {
          tried.push(performance.now())
          return Promise.resolve(tried.length === 1 ? 1 : undefined)
        },
      })
      await queue.put(['again'])
      await expect.poll(() => tried.length, { timeout: 20_000 }).toBe(2)
      await queue.stop()
    })

    it('reports a letter that met a surprise, and goes on with the others', async () => {
      const sent: string[] = []
      const { queue, surprises } = await atWork({
        send(id) {
          if (id === 'bad') return Promise.reject(new Error('a surprise'))
          sent.push(id)
          return Promise.resolve(undefined)
        },
      })
      await queue.put(['bad', 'good'])
      await expect.poll(() => sent, { timeout: 20_000 }).toEqual(['good'])
      await expect.poll(() => surprises, { timeout: 20_000 }).toEqual([new Error('a surprise')])
      await queue.stop()
    })
  })
}

queueContract('PGlite', async () => {
  const store = await openPglite(await readyFolder())
  if (store.queue === undefined) throw new Error('the embedded store lets no queue in')
  return { database: { kind: 'embedded', ...store.queue }, close: () => store.close() }
})

queueContract('PostgreSQL, as an ordinary user', async () => {
  const server: PostgresServer = await startPostgres()
  const url = await server.createOwnedDatabase()
  await (await openPostgres(url)).close()
  return { database: { kind: 'server', url }, close: () => server.stop() }
})
