import { stemmer } from 'stemmer'
import { foldKana, unify } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'

/** What search counts: a word or a pair of characters, and how much each time it is met counts. */
export type Token = Readonly<{ term: string; weight: number }>

/**
 * Stemmed English words without stop words; for Japanese every pair of neighbouring characters, and longer runs of kanji
 * or katakana whole. Words of `Intl.Segmenter` beside the pairs found nothing more on the development cases or on the
 * public Japanese sets (docs/retrieval.md), as segmenters split just the words that matter.
 */
export function tokenise(text: string): readonly Token[] {
  const clean = unify(text)
  return [...latinTokens(clean), ...japaneseTokens(clean)]
}

const LATIN_WORD = /[a-z0-9]+(?:['.+#-][a-z0-9]+)*/gu

const latinTokens = (clean: string): Token[] =>
  [...clean.matchAll(LATIN_WORD)].flatMap(([word]) => latinWord(word)).map((term) => ({ term, weight: 1 }))

function latinWord(word: string): string[] {
  const bare = word.replace(/'s$|'/gu, '')
  if (/^[a-z]$/u.test(bare) || STOP_WORDS.has(word) || STOP_WORDS.has(bare)) return []
  const parts = bare.split(/[-.]/u).filter((part) => part.length > 1 && !STOP_WORDS.has(part))
  const joined = bare.replaceAll(/[-.]/gu, '')
  return joined === bare ? [stemmer(bare)] : [stemmer(joined), ...parts.map(stemmer)]
}

const JAPANESE_RUN = /[\u3041-\u3096\u30a1-\u30f6ー々\p{Script=Han}]+/gu
/** Three or more, as two are a pair anyway. */
const WORD = /[\p{Script=Han}々]{3,}|[\u30a1-\u30f6ー]{3,}/gu
/** 取り扱い is also written 取扱い and 取扱: the two kanji are a pair as if nothing stood between them. */
const OKURIGANA = /([\p{Script=Han}々])[いきぎしじちびみりえけげせてねべめれ](?=([\p{Script=Han}々]))/gu

function japaneseTokens(clean: string): Token[] {
  return [...clean.matchAll(JAPANESE_RUN)].flatMap(([run]) => [
    ...pairs(run),
    ...[...run.matchAll(WORD)].map(([word]) => ({ term: foldKana(word), weight: 1 })),
    ...[...run.matchAll(OKURIGANA)].map(({ 1: before = '', 2: after = '' }) => ({ term: before + after, weight: 1 })),
  ])
}

/** Folded once for the whole run: one character stays one. */
function pairs(run: string): Token[] {
  const characters = Array.from(run)
  const folded = Array.from(foldKana(run))
  if (characters.length === 1) return [{ term: folded[0] ?? '', weight: weightIn(run) }]
  return characters.slice(1).map((character, index) => ({
    term: `${folded[index] ?? ''}${folded[index + 1] ?? ''}`,
    weight: weightIn(`${characters[index] ?? ''}${character}`),
  }))
}

const HIRAGANA = /^[\u3041-\u3096]+$/u
/** Hiragana is mostly grammar (ました, から, ので), and now and then a word (ふるい). */
const GRAMMAR_WEIGHT = 0.3

const weightIn = (part: string): number => (HIRAGANA.test(part) ? GRAMMAR_WEIGHT : 1)

/** How much tokens count together. */
export const weightOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { weight }) => sum + weight, 0)

export const isLatin = (term: string): boolean => /^[a-z0-9]/u.test(term)
