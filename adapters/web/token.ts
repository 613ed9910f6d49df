import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const BYTES = 24
const SHAPE = /^[\w-]{32}$/u

/** The token of the chat's link, kept in the data folder for its owner alone, so that a bookmarked link goes on working. */
export async function webToken(folder: string): Promise<string> {
  const path = join(folder, 'web-token')
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (SHAPE.test(kept.trim())) return kept.trim()
  const token = randomBytes(BYTES).toString('base64url')
  await mkdir(folder, { recursive: true })
  await writeFile(path, `${token}\n`, { mode: 0o600 })
  return token
}
