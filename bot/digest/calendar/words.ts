import type { Lang } from '../../../corpus/schema.ts'
import type { Day } from './days.ts'

/** `2026-11` as 2026年11月, November 2026. */
export const monthWords = (month: string, lang: Lang): string => words(`${month}-01`, lang, { year: 'numeric' })

/** A day that is near, without its year: 11月24日, 24 November. */
export const shortDay = (day: Day, lang: Lang): string => words(day, lang, { day: 'numeric' })

const words = (day: Day, lang: Lang, also: Intl.DateTimeFormatOptions): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(lang === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'UTC',
    month: 'long',
    ...also,
  })
