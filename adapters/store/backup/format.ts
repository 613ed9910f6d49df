import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/**
 * A backup is gzipped lines of JSON: this, then every row of every table in the order given here, then the seal. `columns` are
 * those that are written back; a row may hold others that the database works out itself. docs/decisions/0015-backup.md.
 */
export type Manifest = Readonly<z.infer<typeof manifestSchema>>
const manifestSchema = z.strictObject({
  shirube: z.literal('backup'),
  format: z.literal(1),
  made_at: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.int().min(0) })),
})

/** Over every line before it, line feeds included. */
const sealSchema = z.strictObject({ sha256: z.hash('sha256') })

/** In characters; pieces as small as a line would cost more than what is done to them. */
const PIECE = 65_536

/** Lines on their way into a backup; the seal comes after the last. */
export async function* sealed(lines: AsyncIterable<string>): AsyncIterable<string> {
  const hash = createHash('sha256')
  let piece = ''
  for await (const line of lines) {
    piece += `${line}\n`
    if (piece.length < PIECE) continue
    hash.update(piece)
    yield piece
    piece = ''
  }
  hash.update(piece)
  yield `${piece}${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

/** Reads the whole file once. Rejects unless every byte is as it was written. */
export async function checkBackup(file: string): Promise<Manifest> {
  const hash = createHash('sha256')
  let manifest: Manifest | undefined
  let last = ''
  let lines = 0
  try {
    for await (const line of linesOf(file)) {
      manifest ??= parseManifest(line)
      if (lines > 0) hash.update(`${last}\n`)
      last = line
      lines += 1
    }
  } catch (cause) {
    throw new Error(`${file} is no complete backup; use another one`, { cause })
  }
  if (manifest === undefined || !isSealedBy(last, hash) || lines !== 2 + rowsOf(manifest))
    throw new Error(`${file} is no complete backup: it was cut short or changed; use another one`)
  return manifest
}

function parseManifest(line: string): Manifest {
  const read = manifestSchema.safeParse(JSON.parse(line))
  if (read.success) return read.data
  throw new Error('its first line is not that of a backup this version of Shirube can read', { cause: read.error })
}

function isSealedBy(line: string, hash: Hash): boolean {
  const seal = sealSchema.safeParse(JSON.parse(line))
  return seal.success && seal.data.sha256 === hash.digest('hex')
}

const rowsOf = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0)

/** Only line feeds end a line; node:readline has further ideas, and texts hold them. */
export async function* linesOf(file: string): AsyncIterable<string> {
  const unzip = createGunzip().setEncoding('utf8')
  // What goes wrong comes out of the loop below.
  pipeline(createReadStream(file), unzip, () => undefined)
  let rest = ''
  for await (const part of unzip) {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
