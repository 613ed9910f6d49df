import { stemmer } from 'stemmer'
import { normalise } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'

const LATIN_WORD = /[a-z0-9]+(?:['.+#-][a-z0-9]+)*/gu
const JAPANESE_RUN = /[\u3041-\u3096ー々\p{Script=Han}]+/gu
const HIRAGANA_ONLY = /^[\u3041-\u3096ー]+$/u
const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' })

/** A word marked so that it never meets a character bigram of the same letters. */
const WORD_MARK = '_'

/**
 * The words and word parts that search works on: stemmed English words without stop words; for Japanese the words
 * `Intl.Segmenter` finds (marked `_`) and every pair of neighbouring characters, because segmenters split unknown words.
 */
export function tokenise(text: string): string[] {
  const clean = normalise(text)
  return [...latinTokens(clean), ...japaneseTokens(clean)]
}

function latinTokens(clean: string): string[] {
  return [...clean.matchAll(LATIN_WORD)].flatMap(([word]) => latinWord(word))
}

function latinWord(word: string): string[] {
  const bare = word.replace(/'s$|'/gu, '')
  if (STOP_WORDS.has(word) || STOP_WORDS.has(bare)) return []
  const parts = bare.split(/[-.]/u).filter((part) => part.length > 1 && !STOP_WORDS.has(part))
  const joined = bare.replaceAll(/[-.]/gu, '')
  return parts.length > 1 ? [stemmer(joined), ...parts.map(stemmer)] : [stemmer(joined)]
}

function japaneseTokens(clean: string): string[] {
  const tokens: string[] = []
  for (const [run] of clean.matchAll(JAPANESE_RUN)) {
    tokens.push(...bigrams(run), ...words(run))
  }
  return tokens
}

function bigrams(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

function words(run: string): string[] {
  return [...SEGMENTER.segment(run)]
    .map(({ segment }) => segment)
    .filter((word) => word.length > 1 && !(HIRAGANA_ONLY.test(word) && word.length < 3))
    .map((word) => `${WORD_MARK}${word}`)
}

export const isWord = (token: string): boolean => token.startsWith(WORD_MARK)
export const isLatin = (token: string): boolean => /^[a-z0-9]/u.test(token)
