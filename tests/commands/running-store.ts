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
}>

/** An embedded store that is open, as in a running bot, for a whole test file. */
export async function openRunningStore(): Promise<RunningStore> {
  const { folder, store } = await openReadyStore()
  const firmFiles = { write: writeFirmJson, read: readFirmJson }
  const door = await serveOperator(folder, store.operator({ now: () => new Date(), ...firmFiles }))
  afterAll(() => door.stop())
  return { folder, store, run: (...args) => cli(args, { env: { DATA_DIR: folder } }) }
}
