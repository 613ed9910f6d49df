import type { Lang } from '../../../corpus/schema.ts'
import type { Level } from '../level.ts'

/** The same thing wanted in another language or on another reading level. `said` is lower case, NFKC. */
export function languageAskedFor(said: string): Lang | undefined {
  if (/^.{0,30}\bin english\b.{0,12}$|^english,? please|^(?:それ(?:を)?)?英語(?:で|に|版)/u.test(said)) return 'en'
  return /^.{0,30}\bin japanese\b.{0,12}$|^japanese,? please|^(?:それ(?:を)?)?(?<!やさしい)日本語(?:で|に|版)/u.test(
    said,
  )
    ? 'ja'
    : undefined
}

const LEVEL_WORDS: readonly Readonly<{ level: Level; words: RegExp }>[] = [
  {
    level: 'owner',
    words:
      /\b(?:for|to) (?:the|my|our) (?:boss|owner|president|director|ceo|management|manager)\b|社長(?:向け|に(?:説明|見せ|話|報告))(?:に|する|したい)?|経営(?:者|層)(?:向け|に説明)|(?:上司|役員)(?:向け|に説明)/gu,
  },
  {
    level: 'incharge',
    words:
      /\bfor (?:the )?(?:person in charge|it (?:person|staff))\b|\bnormal(?:ly)? again\b|\bfull version\b|担当者?向け|ふつうの(?:説明|日本語)|普通の(?:説明|日本語|言い方)|元の(?:説明|言い方)/gu,
  },
  {
    level: 'newcomer',
    words:
      /\b(?:simpler|simply|easier|plainer)\b|\bis there an easier way\b|\b(?:in )?(?:simple|easy|plain)(?: (?:words|english|japanese|terms|language))?(?=[\s,.!?]*(?:please|pls|$))|\bi (?:don't|do not|didn't) (?:get|understand)(?: (?:it|that|this))?\b|\blike i'm (?:five|5)\b|\bdumb it down\b|\bfor (?:a )?(?:beginners?|newcomers?)\b/gu,
  },
  {
    level: 'newcomer',
    words:
      /やさしい(?:日本語|言葉|ことば)(?:で|に)?|(?:もっと|もう少し)?(?:やさしく|簡単に|かんたんに|わかりやすく|分かりやすく|易しく)|(?:よく)?(?:わからない|分からない|わかりません|分かりません|わからん)|(?:言葉が|ちょっと)?難し(?:い|すぎ|くて)(?:です)?|初心者(?:向け|に(?:も)?)/gu,
  },
]

/** The reading level that a text asks for, if it does. */
export const levelAskedFor = (said: string): Level | undefined =>
  LEVEL_WORDS.find(({ words }) => said.search(words) !== -1)?.level

export const withoutLevelWords = (said: string): string =>
  LEVEL_WORDS.reduce((rest, { words }) => rest.replaceAll(words, ' '), said)
