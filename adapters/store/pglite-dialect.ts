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
 * `first` is run before anything else. PGlite itself is left open.
 */
export function createPgliteDialect(pglite: PGlite, lost: Lost, first?: CompiledQuery): Dialect {
  return {
    createDriver: () => createDriver(connectionOf(pglite, lost), first),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** PGlite is one connection: whoever has it keeps it, a transaction through, until released; the others wait in line. */
function createDriver(connection: DatabaseConnection, first?: CompiledQuery): Driver {
  const run = async (statement: string) => {
    await connection.executeQuery(CompiledQuery.raw(statement))
  }
  let lastInLine: Promise<unknown> = Promise.resolve()
  let endTurn: () => void = () => undefined
  return {
    async init() {
      if (first) await connection.executeQuery(first)
    },
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
