/** What rules need to know about words, sentences and characters in both languages. */

const GRAPHEMES = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Characters as a reader counts them. */
export const graphemes = (text: string): number => [...GRAPHEMES.segment(text)].length

/** Words of an English text in lower case; "don't" and "14" are one word each. */
export const englishWords = (text: string): readonly string[] =>
  text.toLowerCase().replaceAll('’', "'").match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []

/** Sentences without what ends them. Quoted speech and brackets belong to the sentence they stand in. */
export function sentences(text: string): readonly string[] {
  const inner = /「[^」]*」|『[^』]*』|（[^）]*）|\([^)]*\)/gu
  const kept: string[] = []
  const masked = text.replace(inner, (part) => `\u0000${kept.push(part) - 1}\u0000`)
  return masked
    .split(/[。！？]|[.!?]+["”’)]*(?=\s|$)/u)
    .map((sentence) => sentence.replace(/\0(\d+)\0/gu, (_, index: string) => kept[Number(index)] ?? '').trim())
    .filter((sentence) => sentence !== '')
}
