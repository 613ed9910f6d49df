import { existsSync } from 'node:fs'
import type { Restored, Restoring } from '../adapters/store/backup/restore.ts'
import { callOperator } from '../adapters/store/operator/call.ts'
import type { Operator } from '../adapters/store/operator/operator.ts'
import { serveOperator } from '../adapters/store/operator/serve.ts'
import type { Store } from '../adapters/store/store.ts'
import { readFirmJson, writeFirmJson } from '../bot/firms/export/firm-json.ts'
import type { Config } from '../config.ts'

type Where = Pick<Config, 'dataDir' | 'databaseUrl'>

const operating = { now: () => new Date(), write: writeFirmJson, read: readFirmJson }

/** Each loaded only where it is wanted. */
const pglite = () => import('../adapters/store/pglite.ts')
const postgres = () => import('../adapters/store/postgres.ts')

/** The store the configuration names; `onLost` is told when the embedded one's folder was taken by another process. */
export const openStore = async ({ dataDir, databaseUrl }: Where, onLost?: (lost: Error) => void): Promise<Store> =>
  databaseUrl === undefined
    ? (await pglite()).openPglite(dataDir, onLost)
    : (await postgres()).openPostgres(databaseUrl)

/** Lets the operator's commands in while this process has the embedded store open; a server lets everybody in by itself. */
export const letOperatorIn = ({ dataDir, databaseUrl }: Where, store: Store): Promise<{ stop(): Promise<void> }> =>
  databaseUrl === undefined
    ? serveOperator(dataDir, store.operator(operating))
    : Promise.resolve({ stop: () => Promise.resolve() })

/** The operator's commands, done by the process that has the embedded store open, if one has, and by this one otherwise. */
export async function asOperator<T>(where: Where, work: (operator: Operator) => Promise<T>): Promise<T> {
  const running = where.databaseUrl === undefined ? await callOperator(where.dataDir) : undefined
  if (running !== undefined) return work(running)
  const store = await openStore(where)
  try {
    return await work(store.operator(operating))
  } finally {
    await store.close()
  }
}

/** The process that has the embedded store open, if one has; a folder that isn't there is not made. */
const whoeverRuns = async (dataDir: string): Promise<Operator | undefined> =>
  existsSync(dataDir) ? callOperator(dataDir) : undefined

/** When the planner of digests last ran, `undefined` for never; `unknown` where nobody runs who could be asked. */
export async function plannerLastRan({ dataDir, databaseUrl }: Where): Promise<Date | 'unknown' | undefined> {
  if (databaseUrl !== undefined) {
    const { plannerRanAt } = await import('../adapters/store/postgres.ts')
    return plannerRanAt(databaseUrl)
  }
  const running = await whoeverRuns(dataDir)
  if (running === undefined) return 'unknown'
  const { ran } = await running.planner('')
  return ran === null ? undefined : new Date(ran)
}

/** How many messages wait for a person; `unknown` where nobody runs who could be asked. */
export async function stuckMessages({ dataDir, databaseUrl }: Where): Promise<number | 'unknown'> {
  if (databaseUrl !== undefined) {
    const { stuckMessagesAt } = await import('../adapters/store/postgres.ts')
    return stuckMessagesAt(databaseUrl)
  }
  const running = await whoeverRuns(dataDir)
  return running === undefined ? 'unknown' : (await running.messages('')).length
}

/** Puts a backup in the place of what the store keeps; see restore.ts. The embedded store must not be open anywhere. */
export const restoreStore = async ({ dataDir, databaseUrl }: Where, restoring: Restoring): Promise<Restored> =>
  databaseUrl === undefined
    ? (await pglite()).restorePglite(dataDir, restoring)
    : (await postgres()).restorePostgres(databaseUrl, restoring)
