/**
 * How an item reads, in a word: its version, raised by hand when the question asks for something else than before, and a hash of
 * its texts, which changes with every comma. Compared within one item only, so 32 bits do.
 */
export const revisionOf = (version: number, texts: readonly string[]): string =>
  `${version}-${fnv1a(JSON.stringify(texts)).toString(16).padStart(8, '0')}`

export const versionOf = (revision: string): number => Number(revision.split('-')[0])

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll and Vo; draft-eastlake-fnv). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
