import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { LANGS, type Lang } from '../schema.ts'

export type Shelf = Exclude<keyof Corpus, 'version'>

/** One text of one file: `at` is its place (`start.2.ja`), `field` the first part of that place. */
export type CorpusText = Readonly<{
  path: string
  shelf: Shelf
  id: string
  field: string
  at: string
  lang: Lang
  value: string
}>

/** A file of any shelf, with what it holds not looked into yet. */
type AnyFile = Readonly<{ shelf: Shelf; path: string; id: string; body: object }>

/** Every text that is there in a language: whatever stands below an `en` or a `ja`, links apart. */
export function textsOf(corpus: Corpus): readonly CorpusText[] {
  return filesOf(corpus).flatMap(({ path, shelf, id, body }) =>
    textsBelow(body, []).map(({ place, lang, value }) => {
      return { path, shelf, id, field: fieldOf(shelf, place), at: place.join('.'), lang, value }
    }),
  )
}

/** What people say, as against what Shirube says: ask by itself, go on to ask, and write. */
const PEOPLE_SAY: ReadonlySet<string> = new Set(['questions', 'onward', 'spellings'])

/** What Shirube says. */
export function runningTexts(corpus: Corpus): readonly CorpusText[] {
  return textsOf(corpus).filter(({ field }) => !PEOPLE_SAY.has(field))
}

/** Every question of the corpus, with the further ways of asking and the questions no entry answers. */
export function questionTexts(corpus: Corpus): readonly CorpusText[] {
  return textsOf(corpus).filter(({ field }) => field === 'questions')
}

/** What people go on to ask after an answer. */
export function onwardTexts(corpus: Corpus): readonly CorpusText[] {
  return textsOf(corpus).filter(({ field }) => field === 'onward')
}

export function filesOf(corpus: Corpus): readonly AnyFile[] {
  return Object.entries(corpus).flatMap(([shelf, files]) =>
    typeof files === 'string' ? [] : files.map((file) => ({ shelf: shelf as Shelf, ...file })),
  )
}

export function problemWith({ path, at, value }: CorpusText, { wrong, fix }: Pick<Problem, 'wrong' | 'fix'>): Problem {
  return { path, at, value, wrong, fix }
}

type Found = Readonly<{ place: readonly string[]; lang: Lang; value: string }>

function textsBelow(value: unknown, place: readonly string[]): readonly Found[] {
  if (typeof value === 'string') {
    const lang = LANGS.find((known) => place.includes(known))
    return lang === undefined ? [] : [{ place, lang, value }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([key]) => key !== 'url')
    .flatMap(([key, below]) => textsBelow(below, [...place, key]))
}

/** A file of ways of asking holds nothing else. */
function fieldOf(shelf: Shelf, place: readonly string[]): string {
  if (shelf === 'asked') return 'questions'
  return shelf === 'onward' ? 'onward' : (place[0] ?? '')
}
