import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const BYTES = 24
const SHAPE = /^[\w-]{32}$/u

/**
 * The token of the chat's link, kept in the data folder for its owner alone, so that a bookmarked link goes on working.
 * Where nothing can be kept, the token lasts until the next start.
 */
export async function webToken(folder: string): Promise<string> {
  const path = join(folder, 'web-token')
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (SHAPE.test(kept)) return kept
  const token = randomBytes(BYTES).toString('base64url')
  await keep(folder, path, token)
  return token
}

async function keep(folder: string, path: string, token: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(path, `${token}\n`, { mode: 0o600 })
  } catch (cause) {
    process.emitWarning(`The chat's link changes at every start: ${path} can't be written (${String(cause)})`)
  }
}
