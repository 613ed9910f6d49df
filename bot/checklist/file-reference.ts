/** A file that somebody keeps: its name, and the SHA-256 by which it is known again, in lower-case hex. */
export type FileReference = Readonly<{ name: string; sha256: string }>

/** In characters, for a name and a hash. */
export const LONGEST_FILE = 300
const LONGEST_NAME = 200

/** `sha256sum` prints the hash first; with the name first it reads better. */
const SPELLINGS = [/^(?<sha256>[0-9a-f]{64})\s+\*?(?<name>\S.*)$/iu, /^(?<name>\S.*?)\s+(?<sha256>[0-9a-f]{64})$/iu]

/** Undefined where one of the two is missing. */
export function readFileReference(text: string): FileReference | undefined {
  const found = SPELLINGS.map((spelling) => spelling.exec(text.trim())?.groups).find((groups) => groups !== undefined)
  const { name = '', sha256 = '' } = found ?? {}
  return name === '' || name.length > LONGEST_NAME ? undefined : { name: name.trim(), sha256: sha256.toLowerCase() }
}

/** Enough of the hash to compare by eye; the export has all of it. */
export const showFileReference = ({ name, sha256 }: FileReference): string =>
  `${name} [SHA-256 ${sha256.slice(0, 12)}…]`
