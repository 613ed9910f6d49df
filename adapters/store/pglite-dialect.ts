import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely'

/** Why the folder is no longer ours, if so: then no statement is run and not even closing may write. */
type Lost = () => Error | undefined

/**
 * Not kysely's own PGliteDialect: its driver hands the one connection to everybody at once, so that a query of somebody
 * else's runs inside whatever transaction is open (0.29.9, pglite-driver.js). Here each waits for its turn.
 */
export function createPgliteDialect(pglite: PGlite, lost: Lost): Dialect {
  return {
    createDriver: () => createDriver(pglite, lost),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** PGlite is one connection: whoever has it keeps it, a transaction through, until released; the others wait in line. */
function createDriver(pglite: PGlite, lost: Lost): Driver {
  const connection = connectionOf(pglite, lost)
  const run = async (statement: string) => {
    await connection.executeQuery(CompiledQuery.raw(statement))
  }
  let lastInLine: Promise<unknown> = Promise.resolve()
  let endTurn: () => void = () => undefined
  return {
    init: () => pglite.waitReady,
    async acquireConnection() {
      const ahead = lastInLine
      const turn = Promise.withResolvers<undefined>()
      lastInLine = turn.promise
      await ahead
      endTurn = () => {
        turn.resolve(undefined)
      }
      return connection
    },
    beginTransaction: () => run('begin'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    releaseConnection() {
      endTurn()
      return Promise.resolve()
    },
    async destroy() {
      await lastInLine
      if (!lost()) await pglite.close()
    },
  }
}

function connectionOf(pglite: PGlite, lost: Lost): DatabaseConnection {
  return {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- kysely's signature; it knows the rows' type
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const reason = lost()
      if (reason) throw reason
      const { rows, affectedRows } = await pglite.query<Row>(sql, [...parameters])
      return { rows, numAffectedRows: BigInt(affectedRows ?? 0) }
    },
    streamQuery() {
      throw new Error('PGlite reads whole results; ask for pages instead of a stream')
    },
  }
}
