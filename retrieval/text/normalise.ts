/**
 * One spelling for what people type in many: full and half width, case, dashes, stars, the trailing long mark
 * (サーバー/サーバ) and small vowels (ウィルス/ウイルス). Katakana becomes hiragana so that ぱすわーど finds パスワード.
 * For searching only: shown text is never normalised.
 */
export const normalise = (text: string): string => foldKana(unify(text))

/** As `normalise`, but katakana stays katakana: for who must tell a word in katakana from grammar in hiragana. */
export function unify(text: string): string {
  return dropLongMarks(text.normalize('NFKC').toLowerCase())
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/[‐‑‒–—―−﹣－]/gu, '-')
    .replaceAll(STARS, (_, ...stars: readonly (string | undefined)[]) => ` ${starCount(stars)}stars `)
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** ★3, 三つ星, three-star: one word, or the sign would be lost between the letters. */
const STARS = /[★☆]\s?([1-5])|([1-5]|[一二三四五])つ星|([1-5]|one|two|three|four|five)[\s-]?stars?\b/gu
const COUNTS: Readonly<Record<string, string>> = {
  ...{ 一: '1', 二: '2', 三: '3', 四: '4', 五: '5' },
  ...{ one: '1', two: '2', three: '3', four: '4', five: '5' },
}

function starCount(groups: readonly (string | undefined)[]): string {
  const count = groups.slice(0, 3).find((group) => group !== undefined) ?? ''
  return COUNTS[count] ?? count
}

/** A long mark after two or more kana at a word's end. In katakana first, as in サーバーの the word ends before の. */
const LONG_MARK_IN_KATAKANA = /(?<=[\u30a1-\u30f6ー]{2})ー(?![\u30a1-\u30f6ー])/gu
const LONG_MARK_IN_KANA = /(?<=[\u3041-\u3096\u30a1-\u30f6ー]{2})ー(?![\u3041-\u3096\u30a1-\u30f6ー])/gu

const dropLongMarks = (text: string): string =>
  text.includes('ー') ? text.replaceAll(LONG_MARK_IN_KATAKANA, '').replaceAll(LONG_MARK_IN_KANA, '') : text

const KATAKANA = /[\u30a1-\u30f6]/gu
const KANA_DISTANCE = 0x60
const SMALL_VOWEL = /[ぁぃぅぇぉ]/gu

/** Katakana to hiragana, small vowels to large ones. */
export const foldKana = (text: string): string =>
  text
    .replaceAll(KATAKANA, (kana) => shifted(kana, -KANA_DISTANCE))
    .replaceAll(SMALL_VOWEL, (small) => shifted(small, 1))

const shifted = (character: string, by: number): string => String.fromCodePoint((character.codePointAt(0) ?? 0) + by)
