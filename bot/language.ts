import type { Lang } from '../corpus/schema.ts'

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const LOWER_CASE_WORD = /(?<![\p{Letter}\p{Number}])\p{Lowercase_Letter}{2,}|\p{Uppercase_Letter}\p{Lowercase_Letter}+/u
const CLAUSE_ID = /\bcps[\s._-]*[a-z]{2}[\s._-]*\d+\b/giu

/** The language of a text; undefined where it shows none, as in an id, an abbreviation, a number or a smile. */
export function languageOf(text: string): Lang | undefined {
  const plain = text.normalize('NFKC')
  if (JAPANESE.test(plain)) return 'ja'
  return LOWER_CASE_WORD.test(plain.replaceAll(CLAUSE_ID, '')) ? 'en' : undefined
}
