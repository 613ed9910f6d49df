/** What Japanese counts by, the longer first. */
export const JA_UNIT =
  '秒|分|時間|時|営業日|日|週間|週|か月|ヶ月|カ月|ヵ月|ケ月|箇月|年度|年|回|人|名|件|台|つ|個|枚|本|社|割|%|万円|円|度|倍|段階|要素|種類|階|歳|文字|桁'

const DIGITS = '〇一二三四五六七八九'
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Kanji are read as a number only before what is counted: 一般 and 万一 are words. */
const KANJI = new RegExp(String.raw`[〇一二三四五六七八九十百千]+(?=${JA_UNIT}|月|万)(?!分(?:析|野|類|担|け|か))`, 'gu')

const WORDS = [
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 2] as const,
  ),
  ...([
    ['fifteen', 15],
    ['twenty', 20],
    ['thirty', 30],
    ['forty', 40],
    ['fifty', 50],
    ['sixty', 60],
    ['ninety', 90],
    ['hundred', 100],
    ['thousand', 1000],
  ] as const),
] satisfies readonly (readonly [string, number])[]
const ENGLISH: ReadonlyMap<string, number> = new Map(WORDS)
const ENGLISH_WORDS = new RegExp(`\\b(?:${[...ENGLISH.keys()].join('|')})\\b`, 'giu')

/** Writes numbers with digits, of a folded text: "three months" and 三か月 as "3 months" and 3か月. */
export const withDigits = (text: string): string =>
  text
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replaceAll(/\bone (?=(?:second|minute|hour|day|week|month|quarter|year)\b)/giu, '1 ')
    .replaceAll(/\bonce (?=(?:a|an|every|per|each)\b)/giu, '1 time ')
    .replaceAll(/\btwice\b/giu, '2 times')
    .replaceAll(ENGLISH_WORDS, (word) => String(ENGLISH.get(word.toLowerCase())))
    .replaceAll(KANJI, (kanji) => String(valueOf(kanji)))

/** 二十四 by place, 二〇二六 digit by digit. */
function valueOf(kanji: string): number {
  const signs = kanji.split(/(?:)/u)
  if (!signs.some((sign) => sign in POWERS)) return Number(signs.map((sign) => DIGITS.indexOf(sign)).join(''))
  let sum = 0
  let digit = 0
  for (const sign of signs) {
    const power = POWERS[sign]
    if (power === undefined) digit = DIGITS.indexOf(sign)
    else {
      sum += (digit || 1) * power
      digit = 0
    }
  }
  return sum + digit
}
