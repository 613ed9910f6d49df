import type { Lang } from '../../../corpus/schema.ts'

/** The language that the same thing is wanted in. `said` is lower case, NFKC. */
export function languageAskedFor(said: string): Lang | undefined {
  if (/^.{0,30}\bin english\b.{0,12}$|^english,? please|^(?:それ(?:を)?)?英語(?:で|に|版)/u.test(said)) return 'en'
  return /^.{0,30}\bin japanese\b.{0,12}$|^japanese,? please|^(?:それ(?:を)?)?(?<!やさしい)日本語(?:で|に|版)/u.test(
    said,
  )
    ? 'ja'
    : undefined
}
