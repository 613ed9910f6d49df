import type { Context } from 'hono'
import { LANGS, type Lang } from '../../corpus/schema.ts'

/** Browsers list languages best first. The chat page overrides the header with the language its switch is set to. */
export function languageOf(c: Context, fallback: Lang): Lang {
  const header = c.req.header('accept-language')
  if (header === undefined) return fallback
  const wanted = header.split(',').map((tag) => tag.trim().toLowerCase().slice(0, 2))
  return LANGS.find((lang) => lang === wanted.find((tag) => tag === 'ja' || tag === 'en')) ?? 'en'
}
