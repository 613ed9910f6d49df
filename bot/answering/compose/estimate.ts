import type { ChecklistItem } from '../../../corpus/schema.ts'
import type { Entry, Knowledge } from '../../ports.ts'
import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import { advice, frameworkOf, inLang, marked, paragraph, type Composing } from './composing.ts'

/**
 * The checklist item that rests on a requirement: the one that names it first, else the one that names the fewest others.
 * Its bands for effort and cost are explained in docs/checklist.md.
 */
export function estimateFor(id: string, { checklist }: Knowledge): ChecklistItem | undefined {
  const place = ({ rests_on: { cpsf } }: ChecklistItem): number => cpsf.indexOf(id) * 100 + cpsf.length
  return checklist.filter(({ rests_on }) => rests_on.cpsf.includes(id)).toSorted((a, b) => place(a) - place(b))[0]
}

/** The CPSF says nothing of money, so the answer is Shirube's own estimate and said to be that; or none. */
export function costBlocks(entry: Extract<Entry, { kind: 'clause' }>, composing: Composing): readonly Block[] {
  const { knowledge, lang } = composing
  const words = answerWordsIn(lang)
  const [title, framework] = [marked(entry, lang), frameworkOf(composing, entry)]
  const item = estimateFor(entry.body.id, knowledge)
  if (item === undefined) {
    const items = inLang(entry.body.start.slice(0, 3), lang)
    return [paragraph(words.noEstimate(title, framework)), advice({ heading: words.oneStep, items })]
  }
  const items = [
    words.effort[item.effort],
    words.cost[item.cost],
    words.estimateIsFor(item.question[lang]),
    words.noQuote,
  ]
  return [paragraph(words.costLead(title, framework)), advice({ heading: words.costHeading, items })]
}
