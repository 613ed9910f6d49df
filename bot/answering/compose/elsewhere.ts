import type { Block } from '../../reply.ts'
import { answerWordsIn } from '../../words/answers.ts'
import { statementOf } from '../cite.ts'
import { marked, paragraph, type Composing } from './composing.ts'
import type { Elsewhere } from './other-frameworks.ts'

/** Names the related item, or says plainly that none is known; never that two are the same. */
export function elsewhereBlocks(elsewhere: Elsewhere, { knowledge, entries, lang }: Composing): readonly Block[] {
  const words = answerWordsIn(lang)
  const [first, second] = entries
  if (elsewhere.kind === 'none') {
    const asked = elsewhere.named.map((framework) => words.frameworks[framework])
    const title = marked(first, lang)
    return [paragraph(asked.length === 0 ? words.neighbours(title) : words.noItem(title, asked))]
  }
  const framework = words.frameworks[knowledge.document(first.body.source.document).framework]
  const item = lang === 'ja' ? `${first.body.id}${marked(first, lang)}` : `${first.body.id}, ${marked(first, lang)}`
  return [
    paragraph(words.nearestItem(framework, item, statementOf(first)[lang])),
    ...(second === undefined ? [] : [paragraph(words.notTheSame(marked(second, lang, 2)))]),
  ]
}
