import type { Lang } from '../../../corpus/schema.ts'
import { fold } from './fold.ts'
import { JA_UNIT, withDigits } from './numerals.ts'

const EMPTY_WORDS = new Set(
  'a an the and or but if then than that this these those there here it its is are was were be been being am do does did doing done has have had having i you he she we they them their theirs your yours our ours his her who whom whose which what when where why how of to in on at by for from with without into onto over under about as so such not no nor never must shall should may might can could will would need needs ought also too very just only even any some all each every other another same own more most much many one out up down off again both per via'.split(
    ' ',
  ),
)

/** What is counted is compared as a fact, not as content. */
const COUNTED = new RegExp(String.raw`\d+ ?(?:${JA_UNIT})`, 'gu')

/** The words that carry a text's meaning, cut down so that forms of one word meet; in Japanese, pairs of characters. */
export function contentOf(text: string, lang: Lang): ReadonlySet<string> {
  const folded = withDigits(fold(text)).toLowerCase().replaceAll(COUNTED, ' ').replaceAll(/n't\b/gu, ' not')
  const latin = (folded.match(/[a-z][a-z'-]*[a-z]|[a-z]/gu) ?? []).flatMap((word) =>
    word.replace(/'s$/u, '').split(/['-]/u),
  )
  const words = latin.filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)).map(stem)
  return new Set(lang === 'en' ? words : [...words, ...pairsIn(folded)])
}

/** Crude on purpose: "cancelled", "cancelling" and "cancels" meet, and hardly anything that should stay apart does. */
const stem = (word: string): string =>
  word
    .replace(/(?:ies|ied)$/u, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|e)$/u, '')
    .replace(/(?<=[a-z]{2})([b-df-hj-np-tv-z])\1$/u, '$1')

/** Of kanji and katakana only: hiragana is mostly grammar. */
const pairsIn = (text: string): string[] =>
  (text.match(/[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+/gu) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  )

/** How much of one is in the other, 0 to 1; 1 where there is nothing to look for. */
export function shareIn(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 1
  return [...part].filter((word) => whole.has(word)).length / part.size
}

/** How alike two are, 0 to 1 (Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const size = one.size + other.size
  return size === 0 ? 0 : (2 * [...one].filter((word) => other.has(word)).length) / size
}
