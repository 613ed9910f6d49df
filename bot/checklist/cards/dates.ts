import type { Lang } from '../../../corpus/schema.ts'

type Place = Readonly<{ lang: Lang; timeZone: string }>

const LOCALES: Readonly<Record<Lang, string>> = { ja: 'ja-JP', en: 'en-GB' }

/** A moment as the day it was in the firm: 2026年11月2日, 2 November 2026. */
export const dateWords = (moment: Date, { lang, timeZone }: Place): string =>
  moment.toLocaleDateString(LOCALES[lang], { timeZone, year: 'numeric', month: 'long', day: 'numeric' })

/** A day of the calendar (`2026-11-02`), which is the same everywhere. */
export const dayWords = (day: string, lang: Lang): string =>
  dateWords(new Date(`${day}T00:00:00Z`), { lang, timeZone: 'UTC' })

/** Whole days from one day to another; negative when the other was before. */
export const daysBetween = (day: string, other: string): number =>
  Math.round((Date.parse(other) - Date.parse(day)) / 86_400_000)
