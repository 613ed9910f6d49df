import type { Lang } from '../corpus/schema.ts'

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const LATIN_WORD = /(?<![\p{Letter}\p{Number}])\p{Letter}{2,}/gu
const IN_CAPITALS = /^\p{Uppercase_Letter}+$/u
const CLAUSE_ID = /\b(?:cps[\s._-]*)?[a-z]{2}[\s._-]*\d+\b/giu
/** One or two words in capitals are abbreviations, which say nothing of a language; more are somebody shouting. */
const SHOUTED = 3

/** The language of a text; undefined where it shows none, as in an id, an abbreviation, a number or a smile. */
export function languageOf(text: string): Lang | undefined {
  const plain = text.normalize('NFKC')
  if (JAPANESE.test(plain)) return 'ja'
  const words = plain.replaceAll(CLAUSE_ID, '').match(LATIN_WORD) ?? []
  const isEnglish = words.length >= SHOUTED || words.some((word) => !IN_CAPITALS.test(word))
  return isEnglish ? 'en' : undefined
}
