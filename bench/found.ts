import { readFacet } from '../bot/answering/facet.ts'
import { CASES, isInScope, readCases, type InScope } from '../evals/cases.ts'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import type { SearchIndex } from '../retrieval/index/search-index.ts'
import { search } from '../retrieval/search.ts'
import { join } from 'node:path'

/** The ids of clauses for a question, best first. */
export type Ranking = (question: string) => Promise<readonly string[]>

export type Found = Readonly<{ questions: number; first: number; amongThree: number }>

/** Development questions that stand on their own and ask about a clause. */
export async function clauseQuestions(): Promise<readonly InScope[]> {
  const cases = (await readCases(join(CASES, 'dev'))).filter(isInScope)
  return cases.filter(({ kind }) => kind === 'clause' || kind === 'everyday')
}

/** Search as the bot does it, of clauses only. */
export const searchRanking =
  (index: SearchIndex, embedder: Embedder): Ranking =>
  async (question) => {
    const { ranked } = await search(index, embedder, { question, topic: readFacet(question).topic })
    return ranked.filter(({ shelf }) => shelf === 'cpsf').map(({ id }) => id)
  }

/** Shares of questions whose clause comes first, and among the first three. */
export async function foundBy(rank: Ranking, asked: readonly InScope[]): Promise<Found> {
  const places: number[] = []
  for (const { q, gold, accept } of asked) {
    const right = new Set([gold, ...accept])
    places.push((await rank(q)).findIndex((id) => right.has(id)))
  }
  const within = (depth: number): number =>
    places.filter((place) => place >= 0 && place < depth).length / Math.max(1, asked.length)
  return { questions: asked.length, first: within(1), amongThree: within(3) }
}
