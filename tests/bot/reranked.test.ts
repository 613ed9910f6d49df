import { describe, expect, it } from 'vitest'
import { rerankedBy } from '../../bot/answering/reranked.ts'
import type { Findings } from '../../bot/ports.ts'
import type { Candidate, Reranker } from '../../bot/writing/ports.ts'
import { composeTestBot } from './composed.ts'

const { corpus, knowledge } = await composeTestBot()

const ids = corpus.clauses.slice(0, 25).map(({ id }) => id)
const FOUND: Findings = {
  named: [],
  unknown: [],
  hits: ids.map((id, place) => ({ id, score: 25 - place })),
  coverage: 0.8,
  verdict: 'covered',
}

async function reranked(rerank: Reranker['rerank'], found: Partial<Findings> = {}, question = 'Who?') {
  const retriever = { find: () => Promise.resolve({ ...FOUND, ...found }) }
  return rerankedBy({ retriever, reranker: { rerank }, knowledge }).find({ question, topic: question })
}
const answering =
  (...order: readonly string[]): Reranker['rerank'] =>
  () =>
    Promise.resolve(order)

const [first = '', second = '', third = ''] = ids

describe('what was found, ordered anew', () => {
  it('has the reranker’s order, and its scores by place', async () => {
    const { hits, ...rest } = await reranked(answering(third, first, second, ...ids.slice(3)))
    expect(hits.slice(0, 3)).toEqual([
      { id: third, score: 25 },
      { id: first, score: 24 },
      { id: second, score: 23 },
    ])
    expect({ ...rest, hits: FOUND.hits }).toEqual(FOUND)
  })

  it.each([
    ['forgets some', [third]],
    ['names one twice', [third, third]],
    ['invents one', ['CPS.AC-99', third]],
  ])('holds every entry once where the reranker %s', async (_, order) => {
    const { hits } = await reranked(answering(...order))
    expect(hits.map(({ id }) => id)).toEqual([third, first, second, ...ids.slice(3)])
  })

  it.each([
    ['en', 'Who?'],
    ['ja', '誰が？'],
  ] as const)('shows the reranker the best twenty in the language of the question (%s)', async (lang, question) => {
    const shown: Candidate[] = []
    await reranked((_, candidates) => (shown.push(...candidates), Promise.resolve([])), {}, question)
    expect(shown.map(({ id }) => id)).toEqual(ids.slice(0, 20))
    expect(shown[0]?.text).toContain(knowledge.entry(first)?.body.title[lang])
  })

  it.each<[string, Partial<Findings>]>([
    ['nothing is covered', { verdict: 'uncovered' }],
    ['it is small talk', { verdict: 'smalltalk' }],
    ['it is a wish to be called certified', { verdict: 'claim' }],
    ['an id is spelt out', { named: [first] }],
    ['an id does not exist', { unknown: ['CPS.AC-99'] }],
  ])('asks nobody where %s', async (_, found) => {
    const asked = () => Promise.reject(new Error('was asked'))
    expect(await reranked(asked, found)).toEqual({ ...FOUND, ...found })
  })
})
