import type { SearchIndex } from './index/search-index.ts'

/**
 * Arrays with a place for every entry, written anew by each search. Made anew, those of a search through 100,000 entries are 3 MB,
 * and every twentieth search or so waited for all memory to be looked through. Nothing may wait between writing and reading them.
 */
export type Scratch = Readonly<{ whole: Float32Array; about: Float32Array; fused: Float32Array }>

/** Kept as long as the index is. */
const SCRATCH = new WeakMap<SearchIndex, Scratch>()

export function scratchOf(index: SearchIndex): Scratch {
  const known = SCRATCH.get(index)
  if (known !== undefined) return known
  const column = (): Float32Array => new Float32Array(index.ids.length)
  const made = { whole: column(), about: column(), fused: column() }
  SCRATCH.set(index, made)
  return made
}
