import type { Lang } from '../../corpus/schema.ts'

/** `2026-11` as 2026年11月, November 2026. */
export const monthWords = (month: string, lang: Lang): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString(lang === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  })
