import type { Block } from '../../reply.ts'
import { cite, statementOf } from '../cite.ts'
import { marked, paragraph, type Composing } from './composing.ts'
import { differenceOf } from './difference.ts'

/** Entries side by side: how they differ where the corpus says so, and what each asks. */
export function compare({ knowledge, entries, lang }: Composing): readonly Block[] {
  const [one, other] = entries
  const colon = lang === 'ja' ? '：' : ': '
  const difference = other === undefined ? undefined : differenceOf(one, other, lang)
  const statements = entries.map(
    (entry, index) => `${marked(entry, lang, index + 1)}${colon}${statementOf(entry)[lang]}`,
  )
  return [
    ...(difference === undefined ? [] : [paragraph(difference)]),
    ...statements.map(paragraph),
    { kind: 'citations', citations: entries.map((entry, index) => cite(knowledge, entry, { n: index + 1, lang })) },
  ]
}
