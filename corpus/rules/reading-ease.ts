import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { gradeOf, kanjiShare, sentenceLength } from '../readability.ts'
import type { Lang } from '../schema.ts'
import { runningTexts, type CorpusText, type Shelf } from './texts.ts'

/** Which fields of an entry are explanation, to be read through. */
const READ: Readonly<Partial<Record<Shelf, readonly string[]>>> = {
  clauses: ['asks', 'why', 'start'],
  scs: ['asks', 'why', 'start'],
  ipa: ['asks', 'start'],
  pages: ['summary', 'points'],
  playbooks: ['summary', 'steps', 'never'],
  checklist: ['why', 'steps'],
}

type Measure = Readonly<{
  lang: Lang
  of: (texts: readonly string[]) => number
  most: number
  what: string
  fix: string
}>

const GRADE = {
  lang: 'en',
  of: gradeOf,
  what: 'English school grade',
  fix: 'use shorter sentences and shorter words',
} as const
const LENGTH = {
  lang: 'ja',
  of: sentenceLength,
  what: 'characters to a Japanese sentence',
  fix: 'cut the long sentences in two',
} as const
const KANJI = {
  lang: 'ja',
  of: kanjiShare,
  what: 'share of kanji',
  fix: 'say it in spoken words instead of compounds',
} as const

/** For the entry as a whole. In this corpus: half are below grade 7, 36 characters and 0.32, nine in ten below 8.1, 41 and 0.37. */
const ENTRY: readonly Measure[] = [
  { ...GRADE, most: 9.5 },
  { ...LENGTH, most: 46 },
  { ...KANJI, most: 0.4 },
]

/** For single fields, where one hard sentence would hide among easy ones. One or two sentences swing more than a whole entry. */
const FIELD: Readonly<Record<string, readonly Measure[]>> = {
  asks: [
    { ...GRADE, most: 16 },
    { ...LENGTH, most: 80 },
  ],
  why: [
    { ...GRADE, most: 11 },
    { ...LENGTH, most: 60 },
  ],
  start: [
    { ...GRADE, most: 10 },
    { ...LENGTH, most: 50 },
  ],
}

/**
 * An entry can be read on a phone by somebody who isn't an expert. English is measured by the Flesch–Kincaid grade, Japanese
 * by what makes it hard first: long sentences and many kanji. The bounds catch outliers; they don't make a text good.
 */
export function readingEase(corpus: Corpus): readonly Problem[] {
  const read = runningTexts(corpus).filter(({ shelf, field }) => READ[shelf]?.includes(field) === true)
  return [...Map.groupBy(read, ({ path }) => path)].flatMap(([path, texts]) => [
    ...ENTRY.flatMap((measure) => tooHard({ path, at: '', texts, measure })),
    ...Object.entries(FIELD).flatMap(([field, measures]) => {
      const group = texts.filter((text) => text.field === field)
      return measures.flatMap((measure) => tooHard({ path, at: `${field}.${measure.lang}`, texts: group, measure }))
    }),
  ])
}

type Measured = Readonly<{ path: string; at: string; texts: readonly CorpusText[]; measure: Measure }>

function tooHard({ path, at, texts, measure: { lang, of, most, what, fix } }: Measured): readonly Problem[] {
  const values = texts.filter((text) => text.lang === lang).map(({ value }) => value)
  if (values.length === 0) return []
  const is = Math.round(of(values) * 100) / 100
  return is <= most ? [] : [{ path, at, value: String(is), wrong: `hard to read: ${what} above ${most}`, fix }]
}
