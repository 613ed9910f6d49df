/**
 * Clause ids as people type them: "cps ac 1", "ＣＰＳ．ＡＣ－１", "CPSのIP9", "IP-9". An id that is written in full but does
 * not exist is reported, so that nobody gets an answer about a clause that isn't there.
 */
export type NamedIds = Readonly<{ known: readonly string[]; unknown: readonly string[] }>

/** `CPS` in front: certainly meant as a clause, whether it exists or not. */
const FULL = /(?<![a-z])cps[\s._:・。のー-]*([a-z]{2})[\s._・。ー-]*0*(\d{1,3})(?!\d)/giu
/** With a dash (IP-9): not after another framework's prefix (PR.AC-1), and only if it exists. */
const DASHED = /(?<![a-z.\d])([a-z]{2})-0*(\d{1,2})(?![\da-z]|[.-]\d)/giu
/** Without one (IP9, ds15): in capitals, or in a message so short that it can hardly mean anything else. */
const JOINED = /(?<![a-z.\d])([a-z]{2})0*(\d{1,2})(?![\da-z]|[.-]\d)/giu
const SHORT_MESSAGE = 40
const CAPITALS = /^[A-Z]{2}$/u
const ENGLISH_WORDS = new Set(['am', 'be', 'an', 'im', 'co'])
/** SCS items (4-1-1) and criteria (4-1-1-2), neither part of a date nor of a phone number. */
const SCS = /(?<![\d-])([1-7]-[1-9]-\d{1,2})(?:-\d{1,2})?(?![\d-])/gu

export function namedIds(text: string, exists: (id: string) => boolean): NamedIds {
  const plain = text.normalize('NFKC').replaceAll(/[‐‑‒–—―−]/gu, '-')
  const full = idsIn(plain, FULL)
  const joined = [...plain.matchAll(JOINED)].filter(([, category = '']) => mayStandAlone(category, plain))
  const bare = [...idsIn(plain, DASHED), ...joined.map(([, category = '', number = '']) => clauseId(category, number))]
  const scs = [...plain.matchAll(SCS)].map(([, id = '']) => id)
  return {
    known: [...new Set([...full, ...bare, ...scs].filter(exists))],
    unknown: [...new Set(full.filter((id) => !exists(id)))],
  }
}

const idsIn = (plain: string, pattern: RegExp): string[] =>
  [...plain.matchAll(pattern)].map(([, category = '', number = '']) => clauseId(category, number))

const mayStandAlone = (category: string, plain: string): boolean =>
  CAPITALS.test(category) || (plain.length <= SHORT_MESSAGE && !ENGLISH_WORDS.has(category))

const clauseId = (category: string, number: string): string => `CPS.${category.toUpperCase()}-${Number(number)}`
