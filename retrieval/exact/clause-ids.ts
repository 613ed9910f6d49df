/**
 * Clause ids as people type them: "cps ac 1", "ＣＰＳ．ＡＣ－１", "CPSのIP9", "IP-9". An id that is written in full but does
 * not exist is reported, so that nobody gets an answer about a clause that isn't there.
 */
export type NamedIds = Readonly<{ known: readonly string[]; unknown: readonly string[] }>

/** `CPS` in front: certainly meant as a clause, whether it exists or not. */
const FULL = /(?<![a-z])cpsf?[\s._:,/・。、のー-]*([a-z]{2})[\s._,/・。、のー-]*0*(\d{1,3})(?!\d)/giu
/** With a dash (IP-9, AC - 1, ACー1) or a dot: not after another framework's prefix (PR.AC-1), and only if it exists. */
const DASHED = /(?<![a-z.\d])([a-z]{2})(?:\s?[-ー]\s?|[._])0*(\d{1,2})(?![\da-z]|[.-]\d)/giu
/** Without one (IP9, ds15): in capitals, or where the two letters are no word or abbreviation of their own. */
const JOINED = /(?<![a-z.\d])([a-z]{2})0*(\d{1,2})(?![\da-z]|[.-]\d)/giu
/** With a space (ac 1): only as good as the whole message, as "at 3" or "ip 4" is said of other things. */
const SPACED = /^\s*([a-z]{2})\s+0*(\d{1,2})(?![\da-z]|[.-]\d).{0,24}$/giu
const CAPITALS = /^[A-Z]{2}$/u
const SAID_OTHERWISE = new Set(['am', 'be', 'an', 'im', 'co', 'ip', 'mi'])
const ENGLISH_WORDS = new Set(['am', 'be', 'an', 'im', 'co'])
const SHORT_MESSAGE = 20
/** SCS items (4-1-1) and criteria (4-1-1-2), neither part of a date nor of a phone number. */
const SCS = /(?<![\d-])([1-7]-[1-9]-\d{1,2})(?:-\d{1,2})?(?![\d-])/gu

export function namedIds(text: string, exists: (id: string) => boolean): NamedIds {
  const plain = text.normalize('NFKC').replaceAll(/[‐‑‒–—―−]/gu, '-')
  const full = idsIn(plain, FULL)
  const joined = idsIn(plain, JOINED).filter(({ category }) => mayStandAlone(category, plain))
  const scs = [...plain.matchAll(SCS)].map(({ 1: id = '', index }) => ({ id, index }))
  const all = [...full, ...idsIn(plain, DASHED), ...idsIn(plain, SPACED), ...joined, ...scs]
  const inOrder = all.toSorted((a, b) => a.index - b.index).map(({ id }) => id)
  return {
    known: [...new Set(inOrder.filter(exists))],
    unknown: [...new Set(full.map(({ id }) => id).filter((id) => !exists(id)))],
  }
}

type Spelt = Readonly<{ id: string; category: string; index: number }>

const idsIn = (plain: string, pattern: RegExp): readonly Spelt[] =>
  [...plain.matchAll(pattern)].map(({ 1: category = '', 2: number = '', index }) => {
    return { id: `CPS.${category.toUpperCase()}-${Number(number)}`, category, index }
  })

const mayStandAlone = (category: string, plain: string): boolean =>
  CAPITALS.test(category) ||
  !SAID_OTHERWISE.has(category) ||
  (plain.length <= SHORT_MESSAGE && !ENGLISH_WORDS.has(category))
