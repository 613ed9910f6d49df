import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, fails, hangs, openModel, says, startProvider, type Behaviour, type Provider } from './provider.ts'

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())

const candidates = Array.from({ length: 20 }, (_, index) => ({ id: `C-${index + 1}`, text: `Text ${index + 1}` }))
const given = candidates.map(({ id }) => id)

async function rerank(behaviour: Behaviour, some = candidates, timeoutMs = 10_000) {
  provider.will(behaviour)
  const { reranker } = await openModel({ ...asked(provider), timeoutMs })
  return reranker.rerank('Who?', some)
}

describe('the re-ranker', () => {
  it('puts what the model names first, and keeps the rest in the given order', async () => {
    expect(await rerank(says('{"order":[3,1]}'))).toEqual(['C-3', 'C-1', 'C-2', ...given.slice(3)])
  })

  it.each([
    ['numbers that are not there, or twice', says('{"order":[21,0,-1,2.5,99,2,2]}'), ['C-2', 'C-1', ...given.slice(2)]],
    ['prose', says('Number 3, I think.'), given],
    ['an id instead', says('{"order":["C-3"]}'), given],
    ['a 500', fails(500), given],
    ['a 429', fails(429, { 'retry-after': '60' }), given],
  ])('answers every id once after %s', async (_, behaviour, expected) => {
    expect(await rerank(behaviour)).toEqual(expected)
  })

  it('answers the given order in time when the model never does', async () => {
    expect(await rerank(hangs, candidates, 500)).toEqual(given)
  })

  it('asks nobody about a single candidate', async () => {
    expect(await rerank(fails(500), candidates.slice(0, 1))).toEqual(['C-1'])
    expect(provider.received).toEqual([])
  })
})
