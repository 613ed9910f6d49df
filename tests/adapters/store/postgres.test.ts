import { inspect } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '../../../adapters/store/postgres.ts'
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
import { END_LEASES, openLedger } from '../../contracts/open-ledger.ts'
import { retentionContract } from '../../contracts/retention.ts'
import { sentContract } from '../../contracts/sent.ts'
import { message, saying } from '../../contracts/turns.ts'
import { unansweredContract } from '../../contracts/unanswered.ts'
import { PASSWORD, startPostgres, type PostgresServer } from './postgres-server.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

inboxContract('PostgreSQL, two processes', async () => {
  const url = await server.createDatabase()
  const stores = await Promise.all([openPostgres(url), openPostgres(url)])
  return {
    inboxes: () => stores.map(({ inbox }) => inbox),
    async afterCrash() {
      await run(url, `update inbox set lease_until = now() - interval '1 second'`)
      return stores[1].inbox
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()))
    },
  }
})

mailroomContract('PostgreSQL, two processes', async () => {
  const url = await server.createDatabase()
  const stores = await Promise.all([openPostgres(url), openPostgres(url)])
  return {
    mailrooms: () => [stores[0].mailroom, stores[1].mailroom],
    later: () => run(url, `update delivery set due_at = now() - interval '1 second'`),
    secondsLater: (seconds) => run(url, secondsLater(seconds)),
    async close() {
      await Promise.all(stores.map((store) => store.close()))
    },
  }
})

ledgerContract('PostgreSQL, two processes, as an ordinary user', async () => {
  const url = await server.createOwnedDatabase()
  const [first, second] = await Promise.all([openPostgres(url), openPostgres(url)])
  return openLedger({
    stores: () => [first, second],
    leasesRunOut: () => run(url, `set role shirube_keeper; ${END_LEASES}`),
    async close() {
      await Promise.all([first.close(), second.close()])
    },
  })
})

unansweredContract('PostgreSQL, as an ordinary user', async () => openPostgres(await server.createOwnedDatabase()))

addressBookContract('PostgreSQL', async () => openPostgres(await server.createDatabase()))

sentContract('PostgreSQL', async () => openPostgres(await server.createDatabase()))

feedbackContract('PostgreSQL', async () => openPostgres(await server.createDatabase()))

operatorsContract('PostgreSQL', async () => openPostgres(await server.createDatabase()))

firmsContract('PostgreSQL, as an ordinary user', async () => openPostgres(await server.createOwnedDatabase()))

checklistLogContract('PostgreSQL, two processes, as an ordinary user', async () => {
  const url = await server.createOwnedDatabase()
  const stores = await Promise.all([openPostgres(url), openPostgres(url)])
  return {
    firms: () => stores.map(({ firms }) => firms),
    async afterRestart() {
      const next = await openPostgres(url)
      stores.push(next)
      return next.firms
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()))
    },
  }
})

isolationContract('PostgreSQL, as an ordinary user', async () => {
  const url = await server.createOwnedDatabase()
  const store = await openPostgres(url)
  return {
    store,
    async byHand() {
      await store.close()
      const client = new Client({ connectionString: url })
      await client.connect()
      return { query: async (statement) => (await client.query<Row>(statement)).rows, close: () => client.end() }
    },
  }
})

retentionContract('PostgreSQL, as an ordinary user', async () => openPostgres(await server.createOwnedDatabase()))

describe('opening a PostgreSQL server', () => {
  it('works for several processes that start on an empty database at once', async () => {
    for (const url of [await server.createDatabase(), await server.createDatabase(), await server.createDatabase()]) {
      const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)))
      const event = message()
      expect(await Promise.all(stores.map(({ inbox }) => inbox.record(event)))).toContain('new')
      await Promise.all(stores.map((store) => store.close()))
    }
  })

  it('leaves what a newer version made alone, and says which', async () => {
    const url = await server.createDatabase()
    await (await openPostgres(url)).close()
    await run(url, `insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`)
    await expect(openPostgres(url)).rejects.toThrow(/made by a newer version of Shirube \(9999-later\); run that one/)
  })

  it('finds everything again after closing', async () => {
    const url = await server.createDatabase()
    const event = message()
    const before = await openPostgres(url)
    await before.inbox.record(event)
    await before.inbox.finish(event, saying('kept'))
    await before.close()
    await before.close()
    const after = await openPostgres(url)
    expect(await after.inbox.record(event)).toEqual(saying('kept'))
    await after.close()
  })

  it('is healthy again after the server dropped its connections', async () => {
    const store = await openPostgres(await server.createDatabase())
    await run(
      await server.createDatabase(),
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    await expect.poll(() => store.healthy().then(() => 'healthy')).toBe('healthy')
    await store.close()
  })

  it('says that the server is out of reach, which one, and what to do', async () => {
    await expect(openPostgres(`postgres://shirube:${PASSWORD}@127.0.0.1:1/shirube`)).rejects.toThrow(
      'The PostgreSQL server at 127.0.0.1:1 does not answer: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL',
    )
  })

  it('says why it may not come in', async () => {
    const url = await server.createDatabase()
    await expect(openPostgres(url.replace(PASSWORD, 'wrong'))).rejects.toThrow('password authentication failed')
    await expect(openPostgres(url.replace(/test_\d+$/, 'nowhere'))).rejects.toThrow('database "nowhere" does not exist')
  })

  it('says what an administrator has to run for a user who may create neither roles nor tables, and then works', async () => {
    const url = await server.createDatabase()
    await run(url, `create user "Guest" with password 'guest'`)
    const opening = () => openPostgres(url.replace(`shirube:${PASSWORD}`, 'Guest:guest'))
    const refused = await opening().then(String, String)
    const [, advised = ''] = /let an administrator run: (create role .*?set true;)/.exec(refused) ?? []
    await run(url, advised.replaceAll(/create role \w+ nologin;/g, '')) // other databases of this server have made them
    await expect(opening()).rejects.toThrow(
      /could not be prepared: .*permission denied for schema public. Check DATABASE_URL/,
    )
    await run(url, `grant create on schema public to "Guest"`)
    await expect(opening()).rejects.toThrow(/could not be prepared: .*permission denied for database/)
    await run(url, `grant create on database ${url.split('/').at(-1) ?? ''} to "Guest"`)
    const store = await opening()
    await store.healthy()
    await store.close()
  })

  it.each([
    'mysql://shirube:{}@db/shirube',
    'shirube:{}@db/shirube',
    'postgres://shirube:{}#x@db/shirube',
    'postgres://shirube:1/{}@db/shirube',
    'postgres://shirube:1?{}@db/shirube',
    'postgres://shirube:1#{}@db/shirube',
    'postgres://shirube:%zz{}@127.0.0.1:1/shirube',
    'postgres://shirube@127.0.0.1:1/shirube?password={}',
    'postgres://shirube:{}@127.0.0.1:1/shirube',
    'postgres://shirube:{}@no-such-host.invalid/shirube',
    '{}',
    '',
  ])('refuses %j without showing the password', async (address) => {
    const error: unknown = await openPostgres(address.replace('{}', PASSWORD)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 20, showHidden: true })).toContain('DATABASE_URL')
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(PASSWORD)
  })
})

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
