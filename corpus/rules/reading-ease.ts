import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import type { Lang } from '../schema.ts'
import { runningTexts, type CorpusText, type Shelf } from './texts.ts'
import { englishWords, graphemes, sentences } from './words.ts'

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
 * An entry can be read on a phone by somebody who isn't an expert. English is measured by the Flesch–Kincaid grade:
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, "Derivation of
 * new readability formulas for Navy enlisted personnel", 1975), with syllables counted as groups of vowels. Japanese is
 * measured by what makes it hard first: long sentences and many kanji. The bounds catch outliers; they don't make a text good.
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

function gradeOf(texts: readonly string[]): number {
  const words = texts.flatMap(englishWords)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentencesIn(texts)) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59
}

/** Groups of vowels, without an e that isn't spoken: "take" and "asked" have one, "table" and "wanted" two. */
function syllablesIn(word: string): number {
  const spoken = word.replace(/[^a-z]/gu, '').replace(/(?<=[^aeiouyl])e$|(?<=[^aeioudty])ed$/u, '')
  return Math.max(1, spoken.match(/[aeiouy]+/gu)?.length ?? 0)
}

function sentenceLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + graphemes(text.replace(/\s/gu, '')), 0) / sentencesIn(texts)
}

function kanjiShare(texts: readonly string[]): number {
  const all = texts.join('').replace(/\s/gu, '')
  return (all.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(1, graphemes(all))
}

const sentencesIn = (texts: readonly string[]): number => Math.max(1, texts.flatMap(sentences).length)
