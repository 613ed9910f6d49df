import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises'
import { endianness } from 'node:os'
import { join } from 'node:path'

export type Embedded = Readonly<{ text: string; vector: Float32Array }>

/**
 * Vectors kept on disk by what they were made of, so that a start, or a corpus that changed in one place, asks the provider
 * for what is new only. Best effort: a disk that can't be written to costs calls, never an answer.
 */
export interface VectorCache {
  read(text: string): Float32Array | undefined
  keep(embedded: readonly Embedded[]): Promise<void>
}

/** One file for each `space`, which tells the vectors of one provider and model from another's; read whole, added to at its end. */
export async function openVectorCache(folder: string, space: string): Promise<VectorCache> {
  const path = join(folder, `${hash(space).toString('hex').slice(0, 16)}.${endianness()}.vectors`)
  const file = (await ifPossible(readFile(path))) ?? Buffer.alloc(0)
  const { vectors, end } = recordsIn(file)
  let isTorn = end < file.length
  return {
    read: (text) => vectors.get(hash(text).toString('hex')),
    async keep(embedded) {
      for (const { text, vector } of embedded) vectors.set(hash(text).toString('hex'), vector)
      await ifPossible(append(embedded))
    },
  }
  async function append(embedded: readonly Embedded[]): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (isTorn) await truncate(path, end)
    isTorn = false
    await appendFile(path, Buffer.concat(embedded.map(recordOf)), { mode: 0o600 })
  }
}

/** SHA-256 of the text, length of the vector as a 32-bit integer, its floats. */
const HASH_BYTES = 32
const HEAD_BYTES = HASH_BYTES + 4

function recordOf({ text, vector }: Embedded): Buffer {
  const length = new Uint8Array(Uint32Array.of(vector.length).buffer)
  return Buffer.concat([hash(text), length, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)])
}

/** Up to the first record that is cut short or damaged: what stands behind that can't be trusted either. */
function recordsIn(file: Buffer): Readonly<{ vectors: Map<string, Float32Array>; end: number }> {
  const vectors = new Map<string, Float32Array>()
  let end = 0
  while (end + HEAD_BYTES <= file.length) {
    const [length = 0] = new Uint32Array(Uint8Array.from(file.subarray(end + HASH_BYTES, end + HEAD_BYTES)).buffer)
    const next = end + HEAD_BYTES + length * 4
    if (next > file.length) break
    const vector = new Float32Array(Uint8Array.from(file.subarray(end + HEAD_BYTES, next)).buffer)
    if (!isUnit(vector)) break
    vectors.set(file.toString('hex', end, end + HASH_BYTES), vector)
    end = next
  }
  return { vectors, end }
}

/** What is kept is of unit length; a file damaged on the disk hardly is. */
const isUnit = (vector: Float32Array): boolean =>
  Math.abs(vector.reduce((sum, value) => sum + value * value, 0) - 1) < 1e-3

const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Undefined where the disk refused, for whatever reason of its own. */
async function ifPossible<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
