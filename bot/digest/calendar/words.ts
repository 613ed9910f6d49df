import type { Lang } from '../../../corpus/schema.ts'
import type { Day } from './days.ts'

/** `2026-11` as 2026年11月, November 2026. */
export const monthWords = (month: string, lang: Lang): string => words(`${month}-01`, lang, { year: 'numeric' })

/** A day that is near, without its year: 11月24日, 24 November. */
export const shortDay = (day: Day, lang: Lang): string => words(day, lang, { day: 'numeric' })

const words = (day: Day, lang: Lang, also: Also): string =>
  formatterFor(lang, also).format(new Date(`${day}T00:00:00Z`))

type Also = Readonly<{ year: 'numeric' }> | Readonly<{ day: 'numeric' }>

/** Making one takes longer than all the rest. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>()

function formatterFor(lang: Lang, also: Also): Intl.DateTimeFormat {
  const key = `${lang} ${Object.keys(also).join()}`
  const known = FORMATTERS.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(lang === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: 'UTC', month: 'long', ...also })
  FORMATTERS.set(key, made)
  return made
}
