import type { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** The queue's own SQL on the embedded store, which one process has open. `run` takes several statements where there are no values. */
export type QueueDoor = Readonly<{
  run(text: string, values: readonly unknown[]): Promise<{ rows: object[] }>
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
}>

/** Each call waits for its turn, like everything on PGlite, and leaves no transaction open when it fails. */
export function createQueueDoor(db: Kysely<Tables>, pglite: PGlite): QueueDoor {
  return {
    run: (text, values) =>
      db.connection().execute(async (turn) => {
        const query = (statement: string, given: readonly unknown[] = []) =>
          turn.executeQuery<object>(CompiledQuery.raw(statement, [...given]))
        try {
          if (values.length > 0) return { rows: (await query(text, values)).rows }
          // Refuses where the folder is no longer ours; PGlite itself would not.
          await query('select 1')
          return { rows: (await pglite.exec(text)).flatMap(({ rows }) => rows as object[]) }
        } catch (cause) {
          await query('rollback').catch(() => undefined)
          throw cause
        }
      }),

    listen: (channel, hear) => db.connection().execute(() => pglite.listen(channel, hear)),
  }
}
