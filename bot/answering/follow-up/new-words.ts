import { withoutCues } from '../facet.ts'
import { withoutLevelWords } from '../level-asked.ts'

/** Words that point back, soften, or only carry a question: they name nothing new. */
const POINTING_EN = new Set(
  `about actually after afterwards again all also always am an and any anybody anyone anything are aren't ask away back be because
  been before begin being both but by came can can't come could day did didn't different difference do does doesn't doing don't
  done down each easier either else enough even ever every exactly explain few fine for from get gets getting give goes going
  good got guys had happen happens has have haven't he help her here him his how i'd i'll i'm if in into is isn't it it's its just
  keep know last later less let like little look looks make makes many maybe mean means might more most much must my need needs
  never new next nice no nobody not nothing now of off often ok okay old on one ones only or other others our out over own people
  please pls point put quite rather really right said same say says second see shall she should shouldn't show simple small so some
  somebody someone something start step steps still stop such sure take talk tell thank thanks than that that's the their them then
  there these they thing things think third this those though to too try two under understand until up us use very want was way we
  we'd we're we've well were what what's when where which while who who's whole why will with without won't word words work works
  would wouldn't write yes yet you you're your anyway whatsoever company firm shop bother somehow order everybody everyone way ways
  auditor auditors inspector boss president owner bad worse best better easy hard big long short time times place case reason question answer`.split(
    /\s+/u,
  ),
)
const POINTING_JA =
  /それ|これ|あれ|その|この|あの|そこ|ここ|どこ|どれ|どの|どう|じゃあ|では|で、|ちなみに|あと|もっと|もう少し|教えて|説明して|言って|ください|下さい|お願い(?:します)?|場合|とき|うち(?:みたい)?|何(?:て|を|が|で|か)?|誰|会社|社内|自社|自分|今|後|前|次|他|全部|全員|最初|最後|人|方|分|事|物|所|時|例|上|下|中|日|月|年|週|回|[一二三四五六七八九十]つ|[0-9一二三四五六七八九十百]+(?:つ|人|個|回|社|台|枚|本)?|聞(?:けば|く|いて)|書(?:く|けば|き足せば|いて)|見(?:る|れば|て|せて)|使(?:う|って|えば)|置(?:く|けば|いて)|決(?:める|め|めて)|入れ(?:る|て)|出(?:す|して|る)|作(?:る|って)|言(?:う|われ\p{L}*|って)|思(?:う|って)|小さ(?:い|な)|大き(?:い|な)|監査|社長|方法|話|無理|面倒|必要|大変|本当/gu

/** Naming another framework says where to look, not what for. */
const FRAMEWORKS =
  /\b(?:iso|nist|scs|ipa|cpsf|(?:one|two|three|four|five)[ -]stars?|stars?|list|frameworks?|standards?|items?)\b|27001|★\s?[1-5]?|自社診断|6か条|評価制度|項目/gu

/** Two letters that name something; others are left-overs. */
const SHORT_NAMES: ReadonlySet<string> = new Set(['pc', 'pcs', 'id', 'ids', 'ai'])
/** "Back" points back, "back up" doesn't. */
const BACK_UP = /\bback(ed|ing|s)?[ -]ups?\b/gu

const ENGLISH_WORD = /[a-z][a-z'-]*[a-z]/gu
const JAPANESE_NAME = /[\u30a1-\u30f6ー]{2,}|[\p{Script=Han}々]+/gu

/**
 * How many words of a message name something: more of them, and it stands on its own. Japanese is counted by its runs of
 * katakana and kanji, as hiragana mostly carries grammar. `said` is lower case, NFKC.
 */
export const countNewWords = (said: string): number => newWordsIn(said).length

/** The words themselves, English ones first. */
export function newWordsIn(said: string): readonly string[] {
  const rest = restOf(said)
  const english = (rest.match(ENGLISH_WORD) ?? []).filter(isName)
  return [...english, ...(withoutPointing(rest).match(JAPANESE_NAME) ?? [])]
}

/** As many hiragana are more than particles and endings: 「やめるとき」. */
const MORE_THAN_GRAMMAR = /[\u3041-\u3096]{5,}/u

/** Whether a message that names nothing new may still say something new, in Japanese verbs written without kanji. */
export const saysMore = (said: string): boolean => MORE_THAN_GRAMMAR.test(withoutPointing(restOf(said)))

const isName = (word: string): boolean => (word.length > 2 && !POINTING_EN.has(word)) || SHORT_NAMES.has(word)

const restOf = (said: string): string =>
  withoutCues(withoutLevelWords(said)).replaceAll(BACK_UP, 'backup').replaceAll(FRAMEWORKS, ' ')
const withoutPointing = (rest: string): string => rest.replaceAll(POINTING_JA, ' ')
