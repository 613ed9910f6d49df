import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReranker } from '../../../adapters/model/reranker.ts'
import { fails, hangs, KEY, says, startProvider, type Behaviour, type Provider } from './provider.ts'

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())

const candidates = Array.from({ length: 25 }, (_, index) => ({ id: `C-${index + 1}`, text: `Text ${index + 1}` }))
const given = candidates.map(({ id }) => id)

async function rerank(behaviour: Behaviour, question = 'Who?') {
  provider.will(behaviour)
  const reranker = await createReranker({
    config: {
      provider: 'openai-compatible',
      model: 'm',
      baseUrl: provider.url,
      apiKey: KEY,
      timeoutMs: 3_000,
      maxTokens: 99,
    },
    meter: () => undefined,
  })
  return reranker.rerank({ question, candidates }, new AbortController().signal)
}

describe('the re-ranker', () => {
  it('puts what the model names first, and keeps the rest in the given order', async () => {
    expect(await rerank(says('{"order":[3,1]}'))).toEqual(['C-3', 'C-1', 'C-2', ...given.slice(3)])
  })

  it('looks at the top twenty only', async () => {
    await rerank(says('{"order":[]}'))
    expect(provider.received[0]?.material).toContain('Text 20')
    expect(provider.received[0]?.material).not.toContain('Text 21')
  })

  it.each([
    ['numbers that are not there, or twice', says('{"order":[21,0,-1,2.5,99,2,2]}'), ['C-2', 'C-1', ...given.slice(2)]],
    ['prose', says('Number 3, I think.'), given],
    ['an id instead', says('{"order":["C-3"]}'), given],
    ['a 500', fails(500), given],
    ['a 429', fails(429, { 'retry-after': '60' }), given],
    ['no answer at all', hangs, given],
  ])('answers every id once after %s', async (_, behaviour, expected) => {
    expect(await rerank(behaviour)).toEqual(expected)
  })

  it('asks nobody about a single candidate', async () => {
    provider.will(fails(500))
    const reranker = await createReranker({
      config: {
        provider: 'openai-compatible',
        model: 'm',
        baseUrl: provider.url,
        apiKey: KEY,
        timeoutMs: 3_000,
        maxTokens: 99,
      },
      meter: () => undefined,
    })
    const one = candidates.slice(0, 1)
    expect(await reranker.rerank({ question: 'Who?', candidates: one }, new AbortController().signal)).toEqual(['C-1'])
    expect(provider.received).toEqual([])
  })
})
