import { basisIsHonest } from './basis-is-honest.ts'
import { bothLanguages } from './both-languages.ts'
import { checklistChanges } from './checklist-changes.ts'
import { checklistReach } from './checklist-reach.ts'
import { completeIds } from './complete-ids.ts'
import { datedFacts } from './dated-facts.ts'
import { distinctQuestions } from './distinct-questions.ts'
import { houseWords } from './house-words.ts'
import { knownIds } from './known-ids.ts'
import { noClaims } from './no-claims.ts'
import { noGradedRequirement } from './no-graded-requirement.ts'
import { noInventedClause } from './no-invented-clause.ts'
import { notCopied } from './not-copied.ts'
import { ownQuestions } from './own-questions.ts'
import { pathIsId } from './path-is-id.ts'
import { readingEase } from './reading-ease.ts'
import type { Rule } from './rule.ts'
import { withinBounds } from './within-bounds.ts'

/** What must hold: ids first, then what the texts claim, then how they are written. */
export const RULES: readonly Rule[] = [
  pathIsId,
  completeIds,
  knownIds,
  checklistReach,
  checklistChanges,
  noInventedClause,
  noClaims,
  noGradedRequirement,
  basisIsHonest,
  datedFacts,
  notCopied,
  withinBounds,
  bothLanguages,
  distinctQuestions,
  ownQuestions,
  houseWords,
  readingEase,
]
