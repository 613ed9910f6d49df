import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the corpus that ships with the project lives. */
export const CORPUS_DATA = fileURLToPath(new URL('./data', import.meta.url))

/** A corpus file as read; `path` is relative to the data folder and uses `/`. */
export type CorpusFile = Readonly<{ path: string; text: string }>

/** Every YAML file below the folder, ordered by path, so that the same files always give the same corpus. */
export const readCorpusFiles = (root: string): Promise<readonly CorpusFile[]> => readTexts(root, /\.ya?ml$/u)

/** The files below the folder that are named so, one after the other: through the thread pool, 500 take four times as long. */
export async function readTexts(root: string, named: RegExp): Promise<readonly CorpusFile[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((file) => file.isFile() && named.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
  return paths.map((path) => ({
    path: relative(root, path).split(sep).join('/').normalize('NFC'),
    text: readFileSync(path, 'utf8'),
  }))
}

/** The corpus version: 12 hex digits of SHA-256 over every path and text. */
export function versionOf(files: readonly CorpusFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex').slice(0, 12)
}
