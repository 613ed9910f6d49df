import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Store } from '../../adapters/store/store.ts'
import { readFirmJson, writeFirmJson } from '../../bot/firms/export/firm-json.ts'

/** All that a store holds, as its backup has it: one row a line. */
export async function everythingKept({ operator }: Pick<Store, 'operator'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-kept-'))
  try {
    const file = join(folder, 'backup.gz')
    await operator({ now: () => new Date(), write: writeFirmJson, read: readFirmJson }).backUp(file)
    return gunzipSync(await readFile(file)).toString()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
