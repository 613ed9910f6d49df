import { fleschOf, kanjiShare, sentenceLength } from '../corpus/readability.ts'
import { englishWords } from '../corpus/rules/words.ts'
import type { Lang, Term } from '../corpus/schema.ts'
import type { Answered } from './answered.ts'

/** How easily answers are read. `terms`: different words an answer needs the glossary for, on average. */
export type Reading = Readonly<{
  en: Readonly<{ n: number; flesch: number; terms: number }>
  ja: Readonly<{ n: number; sentence: number; kanji: number; terms: number }>
}>

/** Of replies that say something out of the corpus; what they say when there is nothing is the same every time. */
export function readingOf(answered: readonly Answered[], glossary: readonly Term[]): Reading {
  const said = answered.filter(({ outcome }) => outcome === 'answered' || outcome === 'incident')
  const ofLang = (lang: Lang): readonly (readonly string[])[] =>
    said.filter(({ read }) => read.lang === lang).map(({ read }) => read.texts)
  const [en, ja] = [ofLang('en'), ofLang('ja')]
  return {
    en: { n: en.length, flesch: mean(en, fleschOf), terms: mean(en, (texts) => termsIn(texts, glossary, 'en')) },
    ja: {
      n: ja.length,
      sentence: mean(ja, sentenceLength),
      kanji: mean(ja, kanjiShare),
      terms: mean(ja, (texts) => termsIn(texts, glossary, 'ja')),
    },
  }
}

/** How many terms of the glossary, by their names, a reader meets. */
function termsIn(texts: readonly string[], glossary: readonly Term[], lang: Lang): number {
  const text = asWords(texts.join('\n'), lang)
  return glossary.filter(({ term }) => {
    const name = asWords(term[lang], lang)
    return text.includes(name) || (lang === 'en' && text.includes(`${name.trimEnd()}s `))
  }).length
}

/** English between single spaces, so that a name is found as whole words only; Japanese, which has none, as it stands. */
const asWords = (text: string, lang: Lang): string => (lang === 'ja' ? text : ` ${englishWords(text).join(' ')} `)

const mean = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0) / Math.max(1, all.length)
