import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kept } from '../../corpus/load.ts'

/** Of everything that is kept, the newest few stay, so that switching between two corpora doesn't build each time. */
const STAYING = 2
const HASH_BYTES = 32

/**
 * Values kept as files of a folder. Each is written aside and moved into place whole, with its own hash in front: one cut
 * short or changed is not read. Where the disk can't be written to, nothing is kept, and that is all.
 */
export const keptIn = (folder: string): Kept => ({
  read: async (key) => {
    const bytes = await readFile(join(folder, nameOf(key))).catch(absent)
    if (bytes === undefined) return undefined
    const value = bytes.subarray(HASH_BYTES)
    return hashOf(value).equals(bytes.subarray(0, HASH_BYTES)) ? value : undefined
  },
  write: async (key, value) => {
    const name = nameOf(key)
    const aside = join(folder, `${name}.${randomUUID()}.tmp`)
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(aside, [hashOf(value), value])
      await rename(aside, join(folder, name))
      await forgetOld(folder, name)
    } catch (cause) {
      await rm(aside, { force: true }).catch(absent)
      if (!isDiskError(cause)) throw cause
    }
  },
})

const hashOf = (value: Uint8Array | string): Buffer => createHash('sha256').update(value).digest()
const nameOf = (key: string): string => hashOf(key).toString('hex').slice(0, 16)

/** Leaves the current one and the newest of the others; what another process is still writing stays. */
export async function forgetOld(folder: string, current: string): Promise<void> {
  const old = (await newestFirst(folder)).filter((name) => name !== current).slice(STAYING - 1)
  await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

/** Names of everything kept whole in the folder. */
export async function newestFirst(folder: string): Promise<readonly string[]> {
  const names = ((await readdir(folder).catch(absent)) ?? []).filter((name) => !name.endsWith('.tmp'))
  const dated = await Promise.all(
    names.map(async (name) => ({ name, changed: (await stat(join(folder, name)).catch(absent))?.mtimeMs ?? 0 })),
  )
  return dated.sort((a, b) => b.changed - a.changed).map(({ name }) => name)
}

const DISK_ERRORS = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTEMPTY',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
])

export const isDiskError = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && DISK_ERRORS.has(String(cause.code))

/** A file that isn't there is an answer; anything else the disk says is an error. */
export function absent(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR'))
    return undefined
  throw cause
}
