import { stemmer } from 'stemmer'
import { normalise } from '../text/normalise.ts'

/**
 * The subword bag (Bojanowski et al., Enriching Word Vectors with Subword Information, 2017, §3.2): words and their
 * character n-grams hashed into buckets. Misspellings and inflections share most n-grams with the word meant.
 */
export function featuresOf(text: string, buckets: number): Uint32Array {
  const clean = normalise(text)
  const found: number[] = []
  for (const [word] of clean.matchAll(LATIN_WORD)) latinFeatures(word, buckets, found)
  for (const [run] of clean.matchAll(JAPANESE_RUN)) japaneseFeatures(run, buckets, found)
  return Uint32Array.from(found)
}

const LATIN_WORD = /[a-z0-9]+(?:'[a-z]+)?/gu
const JAPANESE_RUN = /[\u3041-\u3096ー々\p{Script=Han}]+/gu
const LATIN_NGRAMS = [3, 4, 5]
const JAPANESE_NGRAMS = [2, 3]
const HAN = /\p{Script=Han}/u

function latinFeatures(word: string, buckets: number, found: number[]): void {
  found.push(bucketOf(`w${stemmer(word.replaceAll("'", ''))}`, buckets))
  const framed = `<${word}>`
  for (const length of LATIN_NGRAMS) {
    for (let start = 0; start + length <= framed.length; start += 1) {
      found.push(bucketOf(framed.slice(start, start + length), buckets))
    }
  }
}

function japaneseFeatures(run: string, buckets: number, found: number[]): void {
  const characters = Array.from(run)
  for (const [index, character] of characters.entries()) {
    if (HAN.test(character)) found.push(bucketOf(character, buckets))
    for (const length of JAPANESE_NGRAMS) {
      if (index + length <= characters.length) {
        found.push(bucketOf(characters.slice(index, index + length).join(''), buckets))
      }
    }
  }
}

/** FNV-1a over UTF-16 code units. */
function bucketOf(feature: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < feature.length; index += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) % buckets
}
