import { isDeepStrictEqual } from 'node:util'
import { openPglite } from '../../../adapters/store/pglite.ts'
import { saying } from '../../contracts/turns.ts'
import { startChild } from './child.ts'
import { WRITER } from './writer.ts'

type Killed = Readonly<{ acknowledged: number; lost: readonly string[] }>

/**
 * Kills a process with SIGKILL that writes answers into the folder, once it has acknowledged so many and at whatever it is doing
 * then; opens the folder again and looks for everything it acknowledged.
 */
export async function killWhileWriting(folder: string, enough: number): Promise<Killed> {
  const writer = startChild(import.meta.resolve('./store-writer.ts'), folder)
  await writer.nextLine()
  const acknowledged: string[] = []
  for (let id = await writer.nextLine(); id !== undefined; id = await writer.nextLine()) {
    acknowledged.push(id)
    if (acknowledged.length === enough) writer.send('SIGKILL')
  }
  await writer.ended
  return { acknowledged: acknowledged.length, lost: await lostIn(folder, acknowledged) }
}

async function lostIn(folder: string, ids: readonly string[]): Promise<readonly string[]> {
  const { inbox, firms, close } = await openPglite(folder)
  const visitor = await firms.welcome(WRITER)
  const log = visitor === undefined ? [] : await firms.room(visitor.firm.id).log()
  const written = new Set(log.map(({ event }) => event))
  const lost = []
  for (const id of ids) {
    const reply = await inbox.record({ id, thread: id, kind: 'message', text: '' })
    if (!written.has(id) || !isDeepStrictEqual(reply, saying(id))) lost.push(id)
  }
  await close()
  return lost
}
