import type { Corpus } from '../load.ts'
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

/** An entry's file, with what it holds before any rule looks into it. */
type AnyFile = Readonly<{ shelf: Shelf; path: string; id: string; body: unknown }>

/** Every text of the corpus that is there in a language: whatever stands below an `en` or a `ja`, links apart. */
export function textsOf(corpus: Corpus): readonly CorpusText[] {
  return filesOf(corpus).flatMap((file) => {
    const { path, shelf, id } = file
    return textsBelow(file.body, []).map(({ place, lang, value }) => ({
      path,
      shelf,
      id,
      field: fieldOf(shelf, place),
      at: place.join('.'),
      lang,
      value,
    }))
  })
}

/** What Shirube says, as against what people ask (`questions`) and write (`spellings`). */
export function runningTexts(corpus: Corpus): readonly CorpusText[] {
  return textsOf(corpus).filter(({ field }) => field !== 'questions' && field !== 'spellings')
}

/** Every question of the corpus, with the further ways of asking and the questions no entry answers. */
export function questionTexts(corpus: Corpus): readonly CorpusText[] {
  return textsOf(corpus).filter(({ field }) => field === 'questions')
}

export function filesOf(corpus: Corpus): readonly AnyFile[] {
  const { version: _, ...shelves } = corpus
  return Object.entries(shelves).flatMap(([shelf, files]) =>
    files.map(({ path, id, body }) => ({ shelf: shelf as Shelf, path, id, body })),
  )
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

/** A file of further ways of asking has its two lists at the top. */
const fieldOf = (shelf: Shelf, place: readonly string[]): string => (shelf === 'asked' ? 'questions' : (place[0] ?? ''))
