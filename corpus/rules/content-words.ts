import type { Lang } from '../schema.ts'
import { englishWords, JAPANESE } from './words.ts'

/** The different words of a text that carry its meaning, in a form that "invoice" and "invoices" share. */
export function contentWords(text: string, lang: Lang): readonly string[] {
  return [...new Set(lang === 'en' ? englishContent(text) : japaneseContent(text))]
}

/** English words that say nothing about the topic. */
const EMPTY = new Set(
  `a about after all also am an and another any are as at be been before being but by can could did do does done down each
  every for from get gets got had has have having he her him his how i if in into is it its let made make makes many may me
  might mine more most much must my need needed needs no nor not of off on once one only or other our out over own same she
  should so some such than that the their them then there these they this those to too two up us use used using very was we
  were what when where which while who whom whose why will with would you your yours firm company`.split(/\s+/u),
)

function englishContent(text: string): readonly string[] {
  return englishWords(text)
    .map((word) => word.replace(/'.*$/u, ''))
    .filter((word) => !EMPTY.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s|ly)$/u, ''))
}

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' })

/** Words written in hiragana alone are mostly grammar; single kana, letters and numbers are pieces of words. */
function japaneseContent(text: string): readonly string[] {
  return [...WORDS.segment(text.normalize('NFKC').toLowerCase())]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment)
    .filter((word) => /[a-z]/u.test(word) || (JAPANESE.test(word) && !/^\p{Script=Hiragana}+$/u.test(word)))
    .filter((word) => !/^[a-z\p{Script=Katakana}何]$/u.test(word))
}
