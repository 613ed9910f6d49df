import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { endianness } from 'node:os'
import { join } from 'node:path'

/**
 * Vectors kept on disk by what they were made of, so that a start, or a corpus that changed in one place, asks the provider
 * for what is new only. Best effort: a disk that can't be written to costs calls, never an answer.
 */
export interface VectorCache {
  read(text: string): Promise<Float32Array<ArrayBuffer> | undefined>
  keep(text: string, vector: Float32Array): Promise<void>
}

/** `space` tells the vectors of one provider and model from another's. */
export function createVectorCache(folder: string, space: string): VectorCache {
  const home = join(folder, hash(space).slice(0, 16))
  const pathOf = (text: string): string => {
    const name = hash(text)
    return join(home, name.slice(0, 2), `${name}.${endianness()}.f32`)
  }
  return {
    async read(text) {
      const bytes = await ifPossible(readFile(pathOf(text)))
      if (bytes === undefined || bytes.length === 0 || bytes.length % 4 !== 0) return undefined
      const vector = new Float32Array(Uint8Array.from(bytes).buffer)
      return isUnit(vector) ? vector : undefined
    },

    async keep(text, vector) {
      const path = pathOf(text)
      // Aside until complete, so that a process killed while writing leaves no half of a vector.
      const aside = `${path}.${randomUUID()}.tmp`
      await ifPossible(write())
      async function write(): Promise<void> {
        await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
        try {
          await writeFile(aside, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), { mode: 0o600 })
          await rename(aside, path)
        } finally {
          await rm(aside, { force: true })
        }
      }
    },
  }
}

/** What is kept is of unit length; a file damaged on the disk hardly is. */
const isUnit = (vector: Float32Array): boolean =>
  Math.abs(vector.reduce((sum, value) => sum + value * value, 0) - 1) < 1e-3

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Undefined where the disk refused, for whatever reason of its own. */
async function ifPossible<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
