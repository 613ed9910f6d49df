import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { OFFICIAL_SHINGLES } from './official-shingles.ts'
import { SHINGLE, shinglesOf } from './shingles.ts'
import { problemWith, runningTexts } from './texts.ts'

/**
 * Own words only: no English text shares eight words in a row with one of the official sentences that were compared.
 * Those sentences are not shipped; their hashes are enough to notice a copy.
 */
export function notCopied(corpus: Corpus): readonly Problem[] {
  return runningTexts(corpus)
    .filter(({ lang }) => lang === 'en')
    .flatMap((text) => {
      const copied = shinglesOf(text.value).find(({ hash }) => OFFICIAL_SHINGLES.has(hash))
      if (copied === undefined) return []
      const wrong = `"${copied.run}" stands in the official text (${SHINGLE} words in a row)`
      return [problemWith(text, { wrong, fix: 'say it in our own words' })]
    })
}
