import { englishWords } from './words.ts'

/** How many words in a row are copying rather than chance. */
export const SHINGLE = 8

/** Every run of eight words of an English text, with its 32-bit FNV-1a hash. */
export function shinglesOf(text: string): readonly Readonly<{ run: string; hash: number }>[] {
  const words = englishWords(text)
  const starts = Math.max(0, words.length - SHINGLE + 1)
  return Array.from({ length: starts }, (_, start) => {
    const run = words.slice(start, start + SHINGLE).join(' ')
    return { run, hash: fnv1a(run) }
  })
}

/** Offset basis and prime as in the FNV specification (Fowler, Noll, Vo; draft-eastlake-fnv). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
