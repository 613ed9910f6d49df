import type { ChatEvent, Level } from '../event.ts'
import type { Turn } from '../ports.ts'

/**
 * The level somebody chose for this; else what this message asks for, or the last one in its thread that asked for any; else the
 * reader's `usual`.
 */
export function levelFor(event: ChatEvent, turns: readonly Turn[], usual: Level = 'incharge'): Level {
  if (event.level !== undefined) return event.level
  const asked = [...turns.map((turn) => turn.event), event].map(
    (one) => (one.kind === 'message' ? levelAskedFor(one.text) : undefined) ?? one.level,
  )
  return asked.findLast((level) => level !== undefined) ?? usual
}

const LEVEL_WORDS: readonly Readonly<{ level: Level; words: RegExp }>[] = [
  {
    level: 'owner',
    words:
      /(?:^|(?<=\b(?:explain|summary|sum up|summari[sz]e|tell|say|put|write|version)\b.{0,30}))\b(?:for|to) (?:the|my|our) (?:boss|owner|president|director|ceo|management|manager)\b|社長(?:向け|に(?:説明|見せる|話す))(?:に|する|したい)?|経営(?:者|層)(?:向け|に説明)に?|(?:上司|役員)(?:向け|に説明)に?/giu,
  },
  {
    level: 'incharge',
    words:
      /\bfor (?:the )?(?:person in charge|it (?:person|staff))\b|\bnormal(?:ly)? again\b|\bfull version\b|担当者?向けに?|(?:ふつう|普通|元)の(?:説明|日本語|言い方)(?:で|に戻して)?/giu,
  },
  {
    level: 'newcomer',
    words:
      /\b(?:simpler|simply|easier|plainer)(?: (?:words|terms|english|please))?\b|\bis there an easier way\b|\b(?:in )?(?:simple|easy|plain)(?: (?:words|english|japanese|terms|language))?(?=[\s,.!?]*(?:please|pls|$))|\bin (?:simple|easy|plain) (?:words|english|japanese|terms|language)\b|\bi (?:don't|do not|didn't) (?:get|understand)(?: (?:it|that|this))?\b|\blike i'm (?:five|5)\b|\bfor (?:a )?(?:beginners?|newcomers?)\b/giu,
  },
  {
    level: 'newcomer',
    words:
      /やさしい(?:日本語|言葉|ことば)(?:で|に)?|(?:(?:もっと|もう少し|^)(?:簡単|かんたん)に|(?:もっと|もう少し)?(?:やさしく|わかりやすく|分かりやすく|易しく))(?=説明|教え|言|まとめ|お願い|して|[。、?？!！]*$)|^(?:よく|ちょっと|意味が|まだ)?(?:わからない|分からない|わかりません|分かりません|わからん)(?:です)?(?=[。?？!！]*$)|^(?:言葉が|ちょっと|説明が)?難し(?:い|すぎ(?:る|ます)?|くて)(?:です)?(?=[。?？!！]*$)|初心者(?:向けに?|に(?:も)?(?=わかる|分かる))/gu,
  },
]

/** The reading level that a text asks for, if it does. */
export const levelAskedFor = (text: string): Level | undefined =>
  LEVEL_WORDS.find(({ words }) => tidy(text).search(words) !== -1)?.level

/** A text without the words that only say on which level it is to be answered. */
export const withoutLevelWords = (text: string): string =>
  levelAskedFor(text) === undefined
    ? text
    : LEVEL_WORDS.reduce((rest, { words }) => rest.replaceAll(words, ' '), tidy(text)).trim()

const tidy = (text: string): string => text.normalize('NFKC').replaceAll(/[‘’]/gu, "'").trim()
