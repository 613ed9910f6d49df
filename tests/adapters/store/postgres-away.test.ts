import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostgres } from '../../../adapters/store/postgres.ts'
import type { Store } from '../../../adapters/store/store.ts'
import type { Writing } from '../../../bot/ports.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { somebody } from '../../contracts/open-firms.ts'
import { message, saying } from '../../contracts/turns.ts'
import { PASSWORD, startPostgres, type PostgresServer } from './postgres-server.ts'

let server: PostgresServer
let store: Store
beforeAll(async () => {
  server = await startPostgres()
  store = await openPostgres(await server.createOwnedDatabase())
})
afterAll(async () => {
  await store.close()
  await server.stop()
})

/** Several people answering one thing after the other, until told to stop; what each was told of every answer. */
function peopleAnswering(firm: string) {
  const room = store.firms.room(firm)
  const acknowledged: Writing[] = []
  const refused: Writing[] = []
  let over = false
  const one = async () => {
    while (!over) {
      const writing = doing(answered('CK-01'))
      const outcome = await room.append(writing).then(
        () => acknowledged,
        () => refused,
      )
      outcome.push(writing)
    }
  }
  const all = Promise.all(Array.from({ length: 8 }, one))
  return {
    acknowledged,
    refused,
    async stop() {
      over = true
      await all
    },
  }
}

it('loses nothing it acknowledged when the server goes away in the middle, and goes on by itself when it is back', async () => {
  const visitor = await store.firms.welcome(somebody())
  const firm = visitor?.firm.id ?? ''
  const people = peopleAnswering(firm)
  await expect.poll(() => people.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(50)
  await server.goAway()
  await expect.poll(() => people.refused.length, { timeout: 20_000 }).toBeGreaterThan(20)
  await server.comeBack()
  const before = people.acknowledged.length
  await expect.poll(() => people.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 50)
  await people.stop()

  const room = store.firms.room(firm)
  const kept = new Set((await room.log()).map(({ event }) => event))
  expect(people.acknowledged.filter(({ event }) => !kept.has(event))).toEqual([])
  // What was refused may or may not be kept: whoever sends it again finds it once.
  for (const writing of people.refused.slice(0, 20)) await room.append(writing)
  const log = await room.log()
  expect(new Set(log.map(({ event }) => event)).size).toBe(log.length)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, place) => place + 1))
}, 120_000)

it('says while it is away what is wrong and what to do, without the password, and keeps nothing it refused', async () => {
  const [event, speaker] = [message(), somebody()]
  await server.goAway()
  const problems = await Promise.all(
    [store.healthy(), store.inbox.record(event), store.firms.welcome(speaker)].map((attempt) =>
      attempt.then(
        () => undefined,
        (error: unknown) => error,
      ),
    ),
  )
  expect(problems).toEqual([expect.any(Error), expect.any(Error), expect.any(Error)])
  expect(String(problems[0])).toMatch(
    /The PostgreSQL server at 127\.0\.0\.1:\d+ does not answer: .* Check DATABASE_URL/,
  )
  expect(inspect(problems, { depth: 20, showHidden: true })).not.toContain(PASSWORD)
  await server.comeBack()
  await expect.poll(() => store.healthy().then(() => 'healthy')).toBe('healthy')
  expect(await store.inbox.record(event)).toBe('new')
  await store.inbox.finish(event, saying('back'))
  expect(await store.inbox.record(event)).toEqual(saying('back'))
}, 120_000)
