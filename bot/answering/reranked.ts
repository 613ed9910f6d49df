import { languageOf } from '../language.ts'
import type { Findings, Knowledge, Retriever } from '../ports.ts'
import type { Candidate, Reranker } from '../writing/ports.ts'
import { statementOf } from './cite.ts'

/** How many of the best are looked at again. */
const TOP = 20

export type Reranking = Readonly<{ retriever: Retriever; reranker: Reranker; knowledge: Knowledge }>

/**
 * A retriever whose best hits are ordered anew. Whether the corpus covers the question is still the retriever's to say, and
 * nobody is asked where it found nothing to choose from. Scores stay with their places: how far apart two neighbours lie is
 * the retriever's judgement, which of them comes first the reranker's.
 */
export function rerankedBy({ retriever, reranker, knowledge }: Reranking): Retriever {
  return {
    find: async (wanted) => {
      const found = await retriever.find(wanted)
      if (!hasChoice(found)) return found
      const order = await reranker.rerank(wanted.question, candidatesIn(found, wanted.question, knowledge))
      const known = new Set(found.hits.map(({ id }) => id))
      const ids = [...new Set([...order.filter((id) => known.has(id)), ...known])]
      return { ...found, hits: found.hits.map(({ score }, place) => ({ id: ids[place] ?? '', score })) }
    },
  }
}

const hasChoice = ({ verdict, named, unknown, hits }: Findings): boolean =>
  (verdict === 'covered' || verdict === 'close') && named.length + unknown.length === 0 && hits.length > 1

function candidatesIn({ hits }: Findings, question: string, knowledge: Knowledge): readonly Candidate[] {
  const lang = languageOf(question) ?? 'ja'
  return hits.slice(0, TOP).flatMap(({ id }) => {
    const entry = knowledge.entry(id)
    return entry === undefined ? [] : [{ id, text: `${entry.body.title[lang]}\n${statementOf(entry)[lang]}` }]
  })
}
