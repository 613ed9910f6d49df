/**
 * One spelling for what people type in many: full and half width, case, dashes, kana and the trailing long mark
 * (サーバー/サーバ). Katakana becomes hiragana so that ぱすわーど finds パスワード; shown text is never normalised.
 */
export function normalise(text: string): string {
  return foldKana(text.normalize('NFKC').toLowerCase())
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/[‐‑‒–—―−﹣－]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const KATAKANA = /[\u30a1-\u30f6]/gu
const KANA_DISTANCE = 0x60
/** A long mark at the end of a word of three or more kana; people leave it out or put it in. */
const TRAILING_LONG_MARK = /(?<=[\u3041-\u3096ー]{2})ー(?![\u3041-\u3096ー])/gu

function foldKana(text: string): string {
  return text
    .replaceAll(TRAILING_LONG_MARK_RAW, '')
    .replaceAll(KATAKANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - KANA_DISTANCE))
    .replaceAll(TRAILING_LONG_MARK, '')
}

/** The same before folding, where katakana next to hiragana still shows the word's end (サーバーの). */
const TRAILING_LONG_MARK_RAW = /(?<=[\u30a1-\u30f6ー]{2})ー(?![\u30a1-\u30f6ー])/gu

const JAPANESE = /[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d\p{Script=Han}]/u

/** Any kana or kanji makes it Japanese: English questions hold none. */
export const looksJapanese = (text: string): boolean => JAPANESE.test(text)
