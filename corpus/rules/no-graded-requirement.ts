import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { isDenied } from '../denial.ts'
import { problemWith, runningTexts } from './texts.ts'
import { sentences } from './words.ts'

const GRADED: readonly RegExp[] = [
  /\b(?:high[ -]advanced|advanced|basic)(?:[ -]level)? (?:cpsf )?(?:requirement|clause)s?\b/iu,
  /\b(?:requirement|clause)s? (?:is|are|of|at|graded|marked)(?: (?:the|as))? (?:high[ -]advanced|advanced|basic)\b/iu,
  /(?:High-?Advanced|Advanced|Basic|アドバンスト?|ベーシック)(?:レベル|級)?の?要求/iu,
]

/**
 * High-Advanced, Advanced and Basic grade the examples of measures in the CPSF's Appendix C. A requirement carries no
 * grade, so "a Basic requirement" is said only to deny it.
 */
export function noGradedRequirement(corpus: Corpus): readonly Problem[] {
  return runningTexts(corpus).flatMap((text) =>
    sentences(text.value).flatMap((sentence) => {
      const graded = GRADED.map((pattern) => pattern.exec(sentence)).find((found) => found !== null)
      if (graded === undefined || isDenied(sentence, graded)) return []
      const fix = 'say "requirement" alone; the grades belong to the examples of measures'
      return [problemWith(text, { wrong: `"${graded[0]}" grades a requirement`, fix })]
    }),
  )
}
