import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, runningTexts } from './texts.ts'
import { denies, sentences } from './words.ts'

const GRADED = [
  /\b(?:high[- ]advanced|advanced|basic)(?:[- ]level)?[- ](?:cpsf )?(?:requirements?|clauses?)\b/iu,
  /\b(?:requirements?|clauses?) (?:is|are|of|at|graded|marked)(?: (?:the|as))? (?:high[- ]advanced|advanced|basic)\b/iu,
  /(?:High-?Advanced|Advanced|Basic|ハイ・?アドバンスト|アドバンスト?|ベーシック)(?:レベル|級)?の?要求/iu,
]

/**
 * High-Advanced, Advanced and Basic grade the examples of measures in the CPSF's Appendix C. A requirement carries no
 * grade, so "a Basic requirement" is said only to deny it.
 */
export function noGradedRequirement(corpus: Corpus): readonly Problem[] {
  return runningTexts(corpus).flatMap((text) =>
    sentences(text.value).flatMap((sentence) => {
      const graded = GRADED.map((pattern) => pattern.exec(sentence)?.[0]).find((found) => found !== undefined)
      if (graded === undefined || denies(sentence)) return []
      const fix = 'say "requirement" alone; the grades belong to the examples of measures'
      return [problemWith(text, { wrong: `"${graded}" grades a requirement`, fix })]
    }),
  )
}
