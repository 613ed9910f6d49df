import type { Lang } from '../../../corpus/schema.ts'
import { languageOf } from '../../language.ts'
import type { Knowledge, Likeness, Retriever, Wanted } from '../../ports.ts'
import { readFacet } from '../facet.ts'
import type { Said } from '../said.ts'
import { candidateFor, mayBeMeant, type Candidate } from './candidates.ts'
import type { FollowUp } from './follow-up.ts'
import { onwardSigns } from './onward.ts'
import type { Subject } from './subject.ts'

type Open = Extract<FollowUp, { kind: 'open' }>
type Sources = Readonly<{ retriever: Retriever; likeness: Likeness; knowledge: Knowledge; lang: Lang }>

/** Looks for a message behind the question talked about, too, and says what each entry has going for it. */
export async function weighedFor(
  { subject, facet, newWords }: Open,
  { text, findings }: Pick<Said, 'text' | 'findings'>,
  sources: Sources,
): Promise<readonly Candidate[]> {
  const { knowledge, lang } = sources
  const together = await sources.retriever.find(behind(subject, text, sources))
  const heard = { subject, alone: findings.hits, together: together.hits, facet, newWords }
  const said = { text, lang: languageOf(text) ?? lang, main: subject.main, before: subject.before }
  const onward = await onwardSigns(mayBeMeant(heard, knowledge), said, sources)
  return [...onward].map(([id, likeness]) => candidateFor(id, { ...heard, likeness }, knowledge))
}

function behind({ main, question }: Subject, text: string, { knowledge, lang }: Sources): Wanted {
  const before = question === '' ? (knowledge.entry(main)?.body.title[lang] ?? '') : question
  return { question: `${before}\n${text}`, topic: `${before}\n${readFacet(text).topic}` }
}
