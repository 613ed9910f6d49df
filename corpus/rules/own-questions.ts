import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import type { Lang } from '../schema.ts'
import { problemWith, questionTexts, runningTexts, type CorpusText } from './texts.ts'
import { contentWords } from './content-words.ts'
import { englishWords, folded } from './words.ts'

/**
 * How much of a question may be its entry's own title, asks or summary. In this corpus a question shares an eighth of its
 * content words with its entry on average, half of the questions none at all, and the longest runs they share are five
 * English words and eleven kanji and hiragana. Keywords are often the topic's only name: few words aren't measured by share.
 */
const BOUNDS = {
  share: { below: 0.9, fromWords: 5 },
  run: { en: 5, ja: 11 },
  mean: { most: 0.5, fromQuestions: 4 },
} as const

/** Questions are in the words people use, not in the entry's: those the search finds anyway. */
export function ownQuestions(corpus: Corpus): readonly Problem[] {
  const entries = entryTexts(corpus)
  const perList = Map.groupBy(questionTexts(corpus), ({ path, lang }) => `${path} ${lang}`)
  return [...perList.values()].flatMap((texts) => {
    const entry = texts.map((text) => entries.get(keyOf(text))).at(0)
    if (entry === undefined) return []
    const questions = texts.map((text) => asQuestion(text, entry))
    return [...questions.flatMap((question) => borrowed(question, entry)), ...borrowedAltogether(questions)]
  })
}

/** What an entry says of itself, in one language. */
type Entry = Readonly<{ title: string; runs: string; words: ReadonlySet<string> }>
/** A question, with how many words of meaning it has and which share of them is its entry's. */
type Question = Readonly<{ text: CorpusText; words: number; share: number }>

const keyOf = ({ id, lang }: CorpusText): string => `${id} ${lang}`

function entryTexts(corpus: Corpus): ReadonlyMap<string, Entry> {
  const own = runningTexts(corpus).filter(({ field }) => ['title', 'asks', 'summary'].includes(field))
  return new Map(
    [...Map.groupBy(own, keyOf)].map(([key, texts]) => {
      const title = texts.filter(({ field }) => field === 'title').map(({ value }) => folded(value))
      const runs = texts.map(({ value, lang }) => asRun(runsOf(value, lang), lang))
      const words = new Set(texts.flatMap(({ value, lang }) => contentWords(value, lang)))
      return [key, { title: title.join(''), runs: runs.join('\n'), words }]
    }),
  )
}

function asQuestion(text: CorpusText, entry: Entry): Question {
  const words = contentWords(text.value, text.lang)
  const shared = words.filter((word) => entry.words.has(word)).length
  return { text, words: words.length, share: shared / Math.max(1, words.length) }
}

function borrowed({ text, words, share }: Question, entry: Entry): readonly Problem[] {
  const fix = 'ask it the way staff would, in their own words'
  if (folded(text.value) === entry.title) return [problemWith(text, { wrong: 'this is the title', fix })]
  const run = longRun(text, entry)
  if (run !== undefined) return [problemWith(text, { wrong: `"${run}" is word for word in the entry`, fix })]
  if (words < BOUNDS.share.fromWords || share < BOUNDS.share.below) return []
  return [problemWith(text, { wrong: 'nearly every word is one of the entry', fix })]
}

function borrowedAltogether(questions: readonly Question[]): readonly Problem[] {
  const mean = questions.reduce((sum, { share }) => sum + share, 0) / questions.length
  if (questions.length < BOUNDS.mean.fromQuestions || mean <= BOUNDS.mean.most) return []
  const fix = 'replace some by what people say who have never read the entry'
  return questions.slice(0, 1).map(({ text: { path, at } }) => {
    const wrong = "these questions mostly use the entry's own words"
    return { path, at: at.replace(/\.\d+$/u, ''), value: mean.toFixed(2), wrong, fix }
  })
}

/** English by words; Japanese by kanji and hiragana alone, since names in katakana and letters can't be said otherwise. */
const runsOf = (text: string, lang: Lang): readonly string[] =>
  lang === 'en' ? englishWords(text) : (text.match(/[\p{Script=Han}\p{Script=Hiragana}]/gu) ?? [])

/** Words with a space on both sides, so that none is found inside another. */
const asRun = (parts: readonly string[], lang: Lang): string =>
  lang === 'en' ? ` ${parts.join(' ')} ` : parts.join('')

function longRun({ value, lang }: CorpusText, entry: Entry): string | undefined {
  const parts = runsOf(value, lang)
  const size = BOUNDS.run[lang] + 1
  const starts = Array.from({ length: Math.max(0, parts.length - size + 1) }, (_, start) => start)
  return starts
    .map((start) => asRun(parts.slice(start, start + size), lang))
    .find((run) => entry.runs.includes(run))
    ?.trim()
}
