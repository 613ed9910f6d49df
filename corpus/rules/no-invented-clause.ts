import { CPSF_IDS } from '../frameworks.ts'
import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import { problemWith, textsOf, type CorpusText } from './texts.ts'

/** A clause id however it is typed: `CPS.AC-1`, `cps ac 1`, `ＣＰＳ．ＡＣ－１`, `CPS-AC1`. */
const CLAUSE_ID = /\bcps[\s.\-_]*([a-z]{2})[\s.\-_]*(\d{1,3})\b/giu

/**
 * Public lists print ids such as CPS.SI-2 or CPS.CM-8 that the CPSF doesn't have: none gets in here. What Shirube says
 * names no clause id at all, since ids stand in their own fields; people may ask for one that exists.
 */
export function noInventedClause(corpus: Corpus): readonly Problem[] {
  return textsOf(corpus).flatMap((text) => clauseIdsIn(text.value).flatMap((id) => judged(text, id)))
}

function clauseIdsIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(CLAUSE_ID)].map(
    ([, category = '', number = '']) => `CPS.${category.toUpperCase()}-${Number(number)}`,
  )
}

function judged(text: CorpusText, id: string): readonly Problem[] {
  if (!CPSF_IDS.includes(id)) {
    const fix = 'take it out; the 104 ids are in corpus/frameworks.ts'
    return [problemWith(text, { wrong: `the CPSF has no requirement ${id}`, fix })]
  }
  if (text.field === 'questions') return []
  return [
    problemWith(text, {
      wrong: `${id} stands in running text`,
      fix: 'say what it is about; ids go into related or differs',
    }),
  ]
}
