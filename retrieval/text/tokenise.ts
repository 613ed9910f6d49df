import { stemmer } from 'stemmer'
import { normalise } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'

const LATIN_WORD = /[a-z0-9]+(?:['.+#-][a-z0-9]+)*/gu
const JAPANESE_RUN = /[\u3041-\u3096ー々\p{Script=Han}]+/gu

/**
 * The words and word parts that search works on: stemmed English words without stop words; for Japanese every pair of
 * neighbouring characters. Words of `Intl.Segmenter` beside the pairs found nothing more on the development cases or on
 * the public Japanese sets (docs/retrieval.md), as segmenters split just the words that matter.
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
  if (/^[a-z]$/u.test(bare) || STOP_WORDS.has(word) || STOP_WORDS.has(bare)) return []
  const parts = bare.split(/[-.]/u).filter((part) => part.length > 1 && !STOP_WORDS.has(part))
  const joined = bare.replaceAll(/[-.]/gu, '')
  return joined === bare ? [stemmer(bare)] : [stemmer(joined), ...parts.map(stemmer)]
}

const japaneseTokens = (clean: string): string[] => [...clean.matchAll(JAPANESE_RUN)].flatMap(([run]) => bigrams(run))

function bigrams(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

export const isLatin = (token: string): boolean => /^[a-z0-9]/u.test(token)
