import { PostgresDialect, type CompiledQuery, type DatabaseConnection } from 'kysely'
import { Client, Pool } from 'pg'
import type { Restored, Restoring } from './backup/restore.ts'
import { COUNT_STUCK } from './messages.ts'
import { createStore, restoreStore, type Database, type Store } from './store.ts'

/** The store on a PostgreSQL server: for production, and for any number of bot processes at once. */
export const openPostgres = async (url: string): Promise<Store> => createStore(databaseAt(url))

export const restorePostgres = async (url: string, restoring: Restoring): Promise<Restored> =>
  restoreStore(databaseAt(url), restoring)

/** When the planner last ran; undefined where it never did. */
export const plannerRanAt = async (url: string): Promise<Date | undefined> => {
  const [run] = await peek<{ ran_at: Date }>(url, { needs: 'planner_run', query: 'select ran_at from planner_run' })
  return run?.ran_at
}

/** How many messages wait for a person. */
export const stuckMessagesAt = async (url: string): Promise<number> => {
  const [stuck] = await peek<{ count: number }>(url, { needs: 'delivery_suspect', query: COUNT_STUCK })
  return stuck?.count ?? 0
}

/** Asked without opening a store, which would bring its tables up to date; nothing where what the query `needs` is not there yet. */
async function peek<Row extends object>(
  url: string,
  { needs, query }: Readonly<{ needs: string; query: string }>,
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const there = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [needs])
    if (there.rows[0]?.is !== true) return []
    await client.query('set role shirube_system')
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

const databaseAt = (url: string): Database => ({
  dialect: (first) => new PostgresDialect({ pool: connect(url), ...(first && { onCreateConnection: begin(first) }) }),
  name: `The PostgreSQL server at ${serverOf(url)}`,
  advice: 'Check DATABASE_URL, that the server is running, and that its user may create tables and roles.',
})

/**
 * More than the pieces of work that a process has in hand (bot/delivery/delivery.ts): what comes in must not stand in line behind
 * them to be kept and acknowledged. They are opened when they are wanted and closed when nobody has wanted them for a while: to open
 * one takes as long as a dozen statements.
 */
const CONNECTIONS = 20
/** Milliseconds. */
const UNWANTED = 300_000

/**
 * A connection may break at any moment, also between two statements of a transaction, and then says so in an event that ends the
 * process where nobody listens. The next statement on it rejects; the pool drops it and opens another for the next to come.
 */
function connect(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    idleTimeoutMillis: UNWANTED,
    connectionTimeoutMillis: 5_000,
  })
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool.on('error', () => undefined)
}

const begin = (first: CompiledQuery) => async (connection: DatabaseConnection) => {
  await connection.executeQuery(first)
}

/** Host and port, for messages. The address itself holds the password, so it goes into no error, not even as a cause. */
function serverOf(address: string): string {
  const url = URL.parse(address)
  // An unescaped / ? or # in the password ends the host early: then what looks like the host is part of the password.
  const cutShort = url?.username === '' && address.includes('@')
  if (url === null || cutShort || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new Error(
      'DATABASE_URL is not the address of a PostgreSQL server. Write it as postgres://user:password@host:5432/database, ' +
        'with special characters in the password percent-encoded (# as %23, / as %2F, ? as %3F, @ as %40).',
    )
  }
  return url.host === '' ? 'its local socket' : url.host
}
