import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Count } from '../../../adapters/model/count.ts'
import type { Writing } from '../../../adapters/model/writer-port.ts'
import { createWriter } from '../../../adapters/model/writer.ts'
import { claimsAboutSomebody } from '../../../bot/answering/guard.ts'
import {
  answers,
  cutsOff,
  fails,
  hangs,
  KEY,
  reasonOf,
  says,
  startProvider,
  writes,
  type Provider,
} from './provider.ts'

const writing: Writing = {
  question: 'How do we look after IDs?',
  lang: 'en',
  passages: [
    {
      n: 1,
      id: 'CPS.AC-1',
      text: 'Go through the list of IDs every three months. Never share a password with the vendor.',
    },
    { n: 2, id: 'CPS.IP-9', text: 'Whoever leaves must return the card within 24 hours.' },
  ],
  history: [],
}
const GOOD = ['Go through the list of IDs every 3 months.', 1] as const
const ALSO_GOOD = ['Whoever leaves must return the card within 24 hours.', 2] as const
const asSentences = [
  { text: GOOD[0], cites: [1] },
  { text: ALSO_GOOD[0], cites: [2] },
]

let provider: Provider
let counts: Count[] = []
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())

async function ask({ signal = new AbortController().signal, timeoutMs = 10_000 } = {}) {
  counts = []
  const writer = await createWriter({
    config: {
      provider: 'openai-compatible',
      model: 'test-model',
      baseUrl: provider.url,
      apiKey: KEY,
      timeoutMs,
      maxTokens: 300,
    },
    claimsAboutSomebody,
    meter: (count) => counts.push(count),
  })
  return writer.write(writing, signal)
}

const FAULTY = {
  'an invented id': ['CPS.AC-14: go through the list of IDs every three months.', 1],
  'a changed number': ['Go through the list of IDs every six months.', 1],
  'a dropped negation': ['Share a password with the vendor.', 1],
  'an injected link': ['Go through the list of IDs at https://evil.example/ids every three months.', 1],
  'a passage that was not given': ['Go through the list of IDs every three months.', 3],
  'a claim about the firm': ['You are certified.', 1],
} as const

describe('the writer', () => {
  it('gives the sentences with the passages they rest on, and asks for no more than it may', async () => {
    provider.will(writes(GOOD, ALSO_GOOD))
    expect(await ask()).toEqual({ kind: 'sentences', sentences: asSentences })
    expect(provider.received).toHaveLength(1)
    expect(provider.received[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${KEY}`,
      body: { model: 'test-model', temperature: 0, max_tokens: 300 },
    })
    expect(counts).toEqual([
      { task: 'write', kind: 'called' },
      { task: 'write', kind: 'used', input: 70, output: 30 },
    ])
  })

  it.each(Object.entries(FAULTY))('asks once more after %s, and says what was wrong', async (_, sentence) => {
    provider.will(writes(GOOD, sentence), writes(GOOD, ALSO_GOOD))
    expect(await ask()).toEqual({ kind: 'sentences', sentences: asSentences })
    expect(provider.received[1]?.rules).toContain('An earlier draft could not be used: sentence 2 ')
    expect(provider.received[1]?.rules).not.toContain(sentence[0])
  })

  it.each(Object.entries(FAULTY))('is of no use after %s twice', async (_, sentence) => {
    provider.will(writes(sentence))
    expect(reasonOf(await ask())).toMatch(/^The draft was refused: /u)
    expect(provider.received).toHaveLength(2)
    expect(counts.filter(({ kind }) => kind === 'failed')).toEqual([
      { task: 'write', kind: 'failed', failure: 'unsupported' },
      { task: 'write', kind: 'failed', failure: 'unsupported' },
    ])
  })

  it.each([
    ['a 429', fails(429)],
    ['a 500', fails(500)],
    ['broken JSON from the model', says('{"sentences":[{"text":"Go')],
    ['another shape', says('{"answer":"Go through the list"}')],
    ['prose', says('Sure! Go through the list of IDs every three months.')],
    ['an answer cut at the token limit', says('{"sentences":[]}', 'length')],
    ['broken JSON from the host', answers(200, '{"choices":[')],
    ['a page of HTML', answers(200, '<html>Sign in</html>', { 'content-type': 'text/html' })],
    ['no choices', answers(200, '{"choices":[]}')],
    ['a connection that breaks', cutsOff('{"sentences":[]}')],
  ])('gets over %s', async (_, behaviour) => {
    provider.will(behaviour, writes(GOOD, ALSO_GOOD))
    expect(await ask()).toEqual({ kind: 'sentences', sentences: asSentences })
  })

  it.each([
    ['a 429', fails(429), 2, 'too many requests'],
    ['a 500', fails(500), 2, 'a problem of its own'],
    ['broken JSON', says('{"sentences":'), 2, 'something else than it was asked for'],
    ['a broken connection', cutsOff('{"sentences":[]}'), 2, 'could not be reached'],
    ['a refused key', fails(401), 1, 'refused the key'],
    ['a refused request', fails(400), 1, 'refused the request'],
    ['a redirect', answers(307, '', { location: '/v1/elsewhere' }), 2, 'something else than'],
    ['nothing found in the passages', writes(), 1, 'no answer in the passages'],
  ])('gives up after %s, without a word of the key or the question', async (...[, behaviour, requests, reason]) => {
    provider.will(behaviour)
    const written = await ask()
    expect(reasonOf(written)).toContain(reason)
    expect(JSON.stringify([written, counts])).not.toMatch(/sk-test|look after/u)
    expect(provider.received).toHaveLength(requests)
  })

  it('waits as long as the provider asks for', async () => {
    provider.will(fails(429, { 'retry-after': '1' }), writes(GOOD, ALSO_GOOD))
    const start = performance.now()
    expect((await ask()).kind).toBe('sentences')
    expect(performance.now() - start).toBeGreaterThan(990)
  })

  it('does not wait for longer than the answer may take', async () => {
    provider.will(fails(429, { 'retry-after': '60' }))
    const start = performance.now()
    expect((await ask({ timeoutMs: 5_000 })).kind).toBe('unusable')
    expect(performance.now() - start).toBeLessThan(3_000)
    expect(provider.received).toHaveLength(1)
  })

  it('ends in time when the provider never answers', async () => {
    provider.will(hangs)
    const start = performance.now()
    expect(await ask({ timeoutMs: 500 })).toEqual({
      kind: 'unusable',
      reason: "The model can't be used: it did not answer in time",
    })
    expect(performance.now() - start).toBeLessThan(3_000)
    expect(counts.at(-1)).toEqual({ task: 'write', kind: 'failed', failure: 'timeout' })
  })

  it('ends at once when nobody waits any more', async () => {
    provider.will(hangs)
    const asking = new AbortController()
    const written = ask({ signal: asking.signal })
    await expect.poll(() => provider.received.length).toBe(1)
    asking.abort()
    expect(await written).toMatchObject({ reason: "The model can't be used: nobody was waiting for it any more" })
  })

  it('says that nobody is there', async () => {
    const gone = await startProvider()
    await gone.close()
    const writer = await createWriter({
      config: {
        provider: 'openai-compatible',
        model: 'm',
        baseUrl: gone.url,
        apiKey: undefined,
        timeoutMs: 5_000,
        maxTokens: 99,
      },
      claimsAboutSomebody,
      meter: () => undefined,
    })
    expect(reasonOf(await writer.write(writing, new AbortController().signal))).toContain('could not be reached')
  })

  it('lets no setting of LangChain send or print what people ask', async () => {
    process.env['LANGSMITH_TRACING'] = 'true'
    process.env['LANGCHAIN_VERBOSE'] = 'true'
    process.env['LANGSMITH_GATEWAY'] = 'http://127.0.0.1:1'
    provider.will(writes(GOOD, ALSO_GOOD))
    expect((await ask()).kind).toBe('sentences')
    expect(Object.keys(process.env).filter((name) => /^LANG(?:SMITH|CHAIN)_/u.test(name))).toEqual([])
  })

  it('shows the model no more than fits, and lets nothing be cited that was left out', async () => {
    const long = { n: 3, id: 'X-1', text: 'Keep the keys. '.repeat(900) }
    provider.will(writes(['Keep the keys.', 3]))
    const writer = await createWriter({
      config: {
        provider: 'openai-compatible',
        model: 'm',
        baseUrl: provider.url,
        apiKey: KEY,
        timeoutMs: 9_000,
        maxTokens: 99,
      },
      claimsAboutSomebody,
      meter: () => undefined,
    })
    const written = await writer.write(
      { ...writing, passages: [...writing.passages, long], question: 'why? '.repeat(9_000) },
      new AbortController().signal,
    )
    expect(reasonOf(written)).toContain('cites a passage that was not given')
    expect(provider.received[0]?.material.length).toBeLessThan(15_000)
  })
})
