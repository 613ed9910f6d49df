/**
 * Clause ids as people type them: "cps ac 1", "ＣＰＳ．ＡＣ－１", "CPSのIP9", "IP-9". An id that is written in full but does
 * not exist is reported, so that nobody gets an answer about a clause that isn't there.
 */
export type NamedIds = Readonly<{ known: readonly string[]; unknown: readonly string[] }>

/** `CPS` in front: certainly meant as a clause, whether it exists or not. */
const FULL = /(?<![a-z])cpsf?[\s._:,/・。、のー-]*([a-z]{2})([\s._,/・。、のー-]*)0*(\d{1,9})(?!\d)/giu
/** With a dash (IP-9, AC - 1, ACー1) or a dot: not after another framework's prefix (PR.AC-1), and only if it exists. */
const DASHED = /(?<![a-z.\d])([a-z]{2})(\s?[-ー]\s?|[._])0*(\d{1,2})(?![\da-z]|[.-]\d)/giu
/** Without one (IP9, ds15): in capitals, or where the two letters are no word or abbreviation of their own. */
const JOINED = /(?<![a-z.\d])([a-z]{2})()0*(\d{1,2})(?![\da-z:]|[.-]\d)/giu
/** With a space (ac 1): only as good as the whole message, as "at 3" or "ip 4" is said of other things. */
const SPACED = /^\s*([a-z]{2})(\s+)0*(\d{1,2})(?![\da-z]|[.-]\d).{0,24}$/giu
const CAPITALS = /^[A-Z]{2}$/u
/** AM7:00, CO2: never joined. The others are words or abbreviations in small letters (ip4), not in capitals (IP4). */
const NEVER_JOINED = new Set(['am', 'co'])
const SAID_OTHERWISE = new Set(['be', 'an', 'im', 'ip', 'mi'])
const ENGLISH_WORDS = new Set(['be', 'an', 'im'])
const SHORT_MESSAGE = 20
const FUNCTION_WORDS = new Set('an as at be by do go he if in is it me my no of on or so to up us we'.split(' '))
/** SCS items (4-1-1) and criteria (4-1-1-2) after a space, a sign or a word for them; not dates, phone numbers, addresses. */
const SCS = /(?<=^|[\s★「『（(、。,:：の]|項目|番号|基準|scs|no\.?)([1-7]-[1-9]-\d{1,2})(?:-\d{1,2})?(?![\d-])/giu

export function namedIds(text: string, exists: (id: string) => boolean): NamedIds {
  const plain = text.normalize('NFKC').replaceAll(/[‐‑‒–—―−]/gu, '-')
  const full = idsIn(plain, FULL).filter(
    ({ id, category, between }) => exists(id) || isMeant(category, between, exists),
  )
  const joined = idsIn(plain, JOINED).filter(({ category }) => mayStandAlone(category, plain))
  const scs = [...plain.matchAll(SCS)].map(({ 1: id = '', index }) => ({ id, index }))
  const all = [...full, ...idsIn(plain, DASHED), ...idsIn(plain, SPACED), ...joined, ...scs]
  const inOrder = all.toSorted((a, b) => a.index - b.index).map(({ id }) => id)
  return {
    known: [...new Set(inOrder.filter(exists))],
    unknown: [...new Set(full.map(({ id }) => id).filter((id) => !exists(id)))],
  }
}

type Spelt = Readonly<{ id: string; category: string; between: string; index: number }>

const idsIn = (plain: string, pattern: RegExp): readonly Spelt[] =>
  [...plain.matchAll(pattern)].map(({ 1: category = '', 2: between = '', 3: number = '', index }) => {
    return { id: `CPS.${category.toUpperCase()}-${Number(number)}`, category, between, index }
  })

/** "CPS in 3 lines" names no clause; "CPS SI-2" does, though there is none, and so does "cps ac 99". */
const isMeant = (category: string, between: string, exists: (id: string) => boolean): boolean =>
  !FUNCTION_WORDS.has(category.toLowerCase()) ||
  exists(`CPS.${category.toUpperCase()}-1`) ||
  /[._/・ー-]/u.test(between)

function mayStandAlone(category: string, plain: string): boolean {
  const small = category.toLowerCase()
  if (NEVER_JOINED.has(small)) return false
  if (CAPITALS.test(category) || !SAID_OTHERWISE.has(small)) return true
  return plain.length <= SHORT_MESSAGE && !ENGLISH_WORDS.has(small)
}
