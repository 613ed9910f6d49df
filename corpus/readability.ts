import { englishWords, graphemes, sentences } from './rules/words.ts'

/**
 * Flesch–Kincaid grade of English texts: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne,
 * Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted personnel", 1975).
 */
export function gradeOf(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = countsOf(texts)
  return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59
}

/**
 * Flesch reading ease of English texts: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word (Flesch, "A new
 * readability yardstick", 1948). 60–70 is plain English; higher is easier.
 */
export function fleschOf(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = countsOf(texts)
  return 206.835 - 1.015 * wordsASentence - 84.6 * syllablesAWord
}

/** Graphemes to a Japanese sentence, spaces aside. */
export const sentenceLength = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + graphemes(text.replace(/\s/gu, '')), 0) / sentencesIn(texts)

/** Share of kanji (0–1) among the graphemes of Japanese texts, spaces aside. */
export function kanjiShare(texts: readonly string[]): number {
  const all = texts.join('').replace(/\s/gu, '')
  return (all.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(1, graphemes(all))
}

function countsOf(texts: readonly string[]): Readonly<{ wordsASentence: number; syllablesAWord: number }> {
  const words = texts.flatMap(englishWords)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return { wordsASentence: words.length / sentencesIn(texts), syllablesAWord: syllables / Math.max(1, words.length) }
}

/** Groups of vowels, without an e that isn't spoken: "take" and "asked" have one, "table" and "wanted" two. */
function syllablesIn(word: string): number {
  const spoken = word.replace(/[^a-z]/gu, '').replace(/(?<=[^aeiouyl])e$|(?<=[^aeioudty])ed$/u, '')
  return Math.max(1, spoken.match(/[aeiouy]+/gu)?.length ?? 0)
}

const sentencesIn = (texts: readonly string[]): number => Math.max(1, texts.flatMap(sentences).length)
