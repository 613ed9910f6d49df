import { afterAll } from 'vitest'
import { serveOperator } from '../../adapters/store/operator/serve.ts'
import type { Store } from '../../adapters/store/store.ts'
import { readFirmJson, writeFirmJson } from '../../bot/firms/export/firm-json.ts'
import { openReadyStore } from '../adapters/store/ready-store.ts'
import { cli, type Ran } from './cli.ts'

export type RunningStore = Readonly<{
  folder: string
  store: Store
  /** Runs the command line beside it. */
  run(...args: readonly string[]): Promise<Ran>
  /** With settings besides the data folder. */
  runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>
}>

/** An embedded store that is open, as in a running bot, for a whole test file. */
export async function openRunningStore(now = (): Date => new Date()): Promise<RunningStore> {
  const { folder, store } = await openReadyStore()
  const firmFiles = { write: writeFirmJson, read: readFirmJson }
  const door = await serveOperator(folder, store.operator({ now, ...firmFiles }))
  afterAll(() => door.stop())
  const runWith: RunningStore['runWith'] = (env, ...args) => cli(args, { env: { DATA_DIR: folder, ...env } })
  return { folder, store, run: (...args) => runWith({}, ...args), runWith }
}
