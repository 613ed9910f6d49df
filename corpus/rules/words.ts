/** What rules need to know about characters, words and sentences in both languages. */

const GRAPHEMES = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** How many characters a reader would count. */
export const graphemes = (text: string): number => [...GRAPHEMES.segment(text)].length

/** How many words a text editor would count: "log-in" is one. */
export const spacedWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

/** Words of an English text in lower case, without signs; "don't" is one, "log-in" two. */
export const englishWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? []

/** Kana and kanji. */
export const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** A text as people compare it: width, case, spaces and signs don't count. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}]/gu, '')

/** Sentences without the sign that ends them. What is quoted or in brackets belongs to the sentence it stands in. */
export function sentences(text: string): readonly string[] {
  const inner: string[] = []
  const masked = text.replace(
    /「[^」]*」|『[^』]*』|（[^）]*）|\([^)]*\)/gu,
    (part) => `\u{E000}${inner.push(part) - 1}\u{E001}`,
  )
  return masked
    .split(/[。！？]|[.!?]+["”’]*(?=\s|$)/u)
    .map((sentence) =>
      sentence.replace(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => inner[Number(index)] ?? '').trim(),
    )
    .filter((sentence) => sentence !== '')
}
