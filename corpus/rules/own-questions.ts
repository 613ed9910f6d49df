import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import type { Lang } from '../schema.ts'
import { problemWith, questionTexts, runningTexts, type CorpusText } from './texts.ts'
import { contentWords } from './content-words.ts'
import { englishWords, folded } from './words.ts'

/**
 * How much of a question may be its entry's own title, asks or summary. In this corpus an entry's questions share 0.15
 * of their content words with it on average, half of them none at all, and the longest shared runs are 5 English words
 * and 11 kanji and hiragana. Keywords are few and often the topic's only name, so short questions aren't measured by share.
 */
const BOUNDS = {
  share: { most: 0.85, fromWords: 5 },
  run: { en: 5, ja: 11 },
  mean: 0.5,
} as const

/** Questions are in the words people use, not in the entry's: those the search finds anyway. */
export function ownQuestions(corpus: Corpus): readonly Problem[] {
  const entries = entryTexts(corpus)
  const perList = Map.groupBy(questionTexts(corpus), ({ path, lang }) => `${path} ${lang}`)
  return [...perList.values()].flatMap((questions) => {
    const [first] = questions
    const entry = first === undefined ? undefined : entries.get(keyOf(first))
    if (first === undefined || entry === undefined) return []
    return [
      ...questions.flatMap((question) => borrowed(question, entry)),
      ...borrowedAltogether(first, questions, entry),
    ]
  })
}

/** What an entry says of itself, in one language. */
type Entry = Readonly<{ title: string; runs: string; words: ReadonlySet<string> }>

const keyOf = ({ id, lang }: CorpusText): string => `${id} ${lang}`

function entryTexts(corpus: Corpus): ReadonlyMap<string, Entry> {
  const own = runningTexts(corpus).filter(({ field }) => ['title', 'asks', 'summary'].includes(field))
  return new Map(
    [...Map.groupBy(own, keyOf)].map(([key, texts]) => {
      const title = texts.filter(({ field }) => field === 'title').map(({ value }) => folded(value))
      const runs = texts.map(({ value, lang }) => runsOf(value, lang).join(SEPARATOR[lang])).join('\n')
      const words = new Set(texts.flatMap(({ value, lang }) => contentWords(value, lang)))
      return [key, { title: title.join(''), runs: `${runs} `, words }]
    }),
  )
}

function borrowed(question: CorpusText, entry: Entry): readonly Problem[] {
  const { value, lang } = question
  const fix = 'ask it the way staff would, in their own words'
  if (folded(value) === entry.title) return [problemWith(question, { wrong: 'this is the title', fix })]
  const run = longestRun(question, entry)
  if (run !== undefined) return [problemWith(question, { wrong: `"${run}" is word for word in the entry`, fix })]
  const { most, fromWords } = BOUNDS.share
  const words = contentWords(value, lang)
  if (words.length < fromWords || shareOf(words, entry) < most) return []
  return [problemWith(question, { wrong: 'nearly every word is one of the entry', fix })]
}

function borrowedAltogether(first: CorpusText, questions: readonly CorpusText[], entry: Entry): readonly Problem[] {
  const shares = questions.map(({ value, lang }) => shareOf(contentWords(value, lang), entry))
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  if (mean <= BOUNDS.mean) return []
  const { path, lang } = first
  const at = first.at.replace(/\.\d+$/u, '')
  const wrong = `these ${lang === 'en' ? 'English' : 'Japanese'} questions mostly use the entry's own words`
  return [
    { path, at, value: mean.toFixed(2), wrong, fix: 'replace some by what people say who have never read the entry' },
  ]
}

function shareOf(words: readonly string[], entry: Entry): number {
  return words.length === 0 ? 0 : words.filter((word) => entry.words.has(word)).length / words.length
}

const SEPARATOR = { en: ' ', ja: '' } as const satisfies Record<Lang, string>

/** English by words; Japanese by kanji and hiragana alone, since names in katakana and letters can't be said otherwise. */
const runsOf = (text: string, lang: Lang): readonly string[] =>
  lang === 'en' ? englishWords(text) : (text.match(/[\p{Script=Han}\p{Script=Hiragana}]/gu) ?? [])

function longestRun({ value, lang }: CorpusText, entry: Entry): string | undefined {
  const parts = runsOf(value, lang)
  const size = BOUNDS.run[lang] + 1
  const starts = Array.from({ length: Math.max(0, parts.length - size + 1) }, (_, start) => start)
  return starts
    .map((start) => parts.slice(start, start + size).join(SEPARATOR[lang]))
    .find((run) => entry.runs.includes(`${run}${lang === 'en' ? ' ' : ''}`))
}
