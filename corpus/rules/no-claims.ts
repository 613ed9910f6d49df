import { claimIn } from '../claims.ts'
import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, runningTexts } from './texts.ts'

/** Nothing says that a firm, a vendor or a product is certified, compliant or safe; the questions people put may. */
export function noClaims(corpus: Corpus): readonly Problem[] {
  return runningTexts(corpus).flatMap((text) => {
    const claim = claimIn(text.value)
    const fix = 'say what was looked at, when, and what was done'
    return claim === undefined ? [] : [problemWith(text, { wrong: `"${claim}" claims what nobody has certified`, fix })]
  })
}
