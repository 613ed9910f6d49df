import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Count } from '../../../adapters/model/count.ts'
import type { ChatConfig } from '../../../adapters/model/settings.ts'
import type { Passage, Writing } from '../../../bot/writing/ports.ts'
import { problemsIn } from '../../../bot/writing/problems.ts'
import {
  answers,
  asked,
  cutsOff,
  fails,
  hangs,
  isBusyFor,
  KEY,
  openModel,
  reasonOf,
  says,
  startProvider,
  writes,
  type Provider,
} from './provider.ts'

const passages: readonly Passage[] = [
  {
    n: 1,
    id: 'CPS.AC-1',
    about: 'how to go about it',
    text: 'Go through the list of IDs every three months. Never share a password with the vendor.',
  },
  { n: 2, id: 'CPS.IP-9', about: 'what it asks', text: 'Whoever leaves must return the card within 24 hours.' },
]
const writing: Writing = {
  question: 'How do we look after IDs?',
  lang: 'en',
  passages,
  history: [],
  check: (sentences) => problemsIn(sentences, passages, 'en'),
}
const GOOD = ['Go through the list of IDs every 3 months.', 1] as const
const ALSO_GOOD = ['Whoever leaves must return the card within 24 hours.', 2] as const
const asSentences = [
  { text: GOOD[0], cites: [1] },
  { text: ALSO_GOOD[0], cites: [2] },
]

let provider: Provider
let counts: readonly Count[] = []
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())

async function ask(changed: Partial<ChatConfig> = {}) {
  const model = await openModel({ ...asked(provider), ...changed })
  counts = model.counts
  return model.writer.write(writing)
}

const FAULTY = {
  'an invented id': ['CPS.AC-14: go through the list of IDs every three months.', 1],
  'a changed number': ['Go through the list of IDs every six months.', 1],
  'a dropped negation': ['Share a password with the vendor.', 1],
  'an injected link': ['Go through the list of IDs at https://evil.example/ids every three months.', 1],
  'a passage that was not given': ['Go through the list of IDs every three months.', 3],
  'an actor from nowhere': ['The vendor goes through the list of IDs every three months.', 2],
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
      { task: 'write', kind: 'failed', failure: 'refused' },
      { task: 'write', kind: 'failed', failure: 'refused' },
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
    provider.will(isBusyFor(300, writes(GOOD)))
    expect((await ask()).kind).toBe('sentences')
  })

  it('does not wait for longer than the answer may take', async () => {
    provider.will(fails(429, { 'retry-after': '60' }))
    expect((await ask({ timeoutMs: 5_000 })).kind).toBe('unusable')
    expect(provider.received).toHaveLength(1)
  })

  it('ends in time when the provider never answers', async () => {
    provider.will(hangs)
    expect(await ask({ timeoutMs: 300 })).toEqual({
      kind: 'unusable',
      reason: "The model can't be used: it did not answer in time",
    })
    expect(counts.at(-1)).toEqual({ task: 'write', kind: 'failed', failure: 'timeout' })
  })

  it('says that nobody is there', async () => {
    const gone = await startProvider()
    await gone.close()
    expect(reasonOf(await ask({ baseUrl: gone.url, apiKey: undefined }))).toContain('could not be reached')
  })

  it('lets no setting of LangChain send or print what people ask', async () => {
    process.env['LANGSMITH_TRACING'] = 'true'
    process.env['LANGCHAIN_VERBOSE'] = 'true'
    process.env['LANGSMITH_GATEWAY'] = 'http://127.0.0.1:1'
    provider.will(writes(GOOD, ALSO_GOOD))
    expect((await ask()).kind).toBe('sentences')
    expect(Object.keys(process.env).filter((name) => /^LANG(?:SMITH|CHAIN)_/u.test(name))).toEqual([])
  })

  it('cuts a question that would cost too much', async () => {
    provider.will(writes(GOOD))
    const { writer } = await openModel(asked(provider))
    expect((await writer.write({ ...writing, question: 'why? '.repeat(9_000) })).kind).toBe('sentences')
    expect(provider.received[0]?.material.length).toBeLessThan(3_000)
  })
})

describe('a model that has failed', () => {
  it('is left alone for half a minute, so that nobody waits for it, and asked again after that', async () => {
    const clock = { now: 0 }
    const { writer } = await openModel({ ...asked(provider), timeoutMs: 300 }, () => clock.now)
    provider.will(hangs, writes(GOOD))
    expect(reasonOf(await writer.write(writing))).toContain('did not answer in time')
    clock.now += 29_000
    expect(reasonOf(await writer.write(writing))).toContain('left alone')
    expect(provider.received).toHaveLength(1)
    clock.now += 2_000
    expect(await writer.write(writing)).toMatchObject({ kind: 'sentences' })
  })

  it('is left alone for as long as it asks to be', async () => {
    const clock = { now: 0 }
    const { writer } = await openModel(asked(provider), () => clock.now)
    provider.will(fails(429, { 'retry-after': '120' }), writes(GOOD))
    await writer.write(writing)
    clock.now += 119_000
    expect(reasonOf(await writer.write(writing))).toContain('left alone')
    clock.now += 2_000
    expect(await writer.write(writing)).toMatchObject({ kind: 'sentences' })
  })

  it('is asked the next question where only its draft was at fault', async () => {
    const { writer } = await openModel(asked(provider))
    provider.will(writes(FAULTY['a dropped negation']), writes(FAULTY['a dropped negation']), writes(GOOD))
    expect(reasonOf(await writer.write(writing))).toContain('refused')
    expect(await writer.write(writing)).toMatchObject({ kind: 'sentences' })
  })
})

describe('the tokens of a day', () => {
  /** A call takes 100 tokens here, and up to about 2,500 are put aside for it. */
  const spending = { tokensPerDay: 3_500 }

  it('bound what is asked, until the next day', async () => {
    const clock = { now: Date.UTC(2026, 0, 1, 12) }
    const { writer, counts } = await openModel({ ...asked(provider), ...spending }, () => clock.now)
    provider.will(writes(GOOD))
    const written: string[] = []
    for (let question = 0; question < 40; question += 1) written.push((await writer.write(writing)).kind)
    const spent = counts.reduce((sum, count) => sum + (count.kind === 'used' ? count.input + count.output : 0), 0)
    expect(written.at(0)).toBe('sentences')
    expect(reasonOf(await writer.write(writing))).toContain('tokens of the day are spent')
    expect(spent).toBeLessThanOrEqual(3_500)
    clock.now += 86_400_000
    expect(await writer.write(writing)).toMatchObject({ kind: 'sentences' })
  })

  it('count a call that broke at the most it could have cost', async () => {
    const { writer } = await openModel({ ...asked(provider), ...spending })
    provider.will(cutsOff('{"sentences":[]}'))
    expect(reasonOf(await writer.write(writing))).toMatch(/could not be reached|tokens of the day/u)
    provider.will(writes(GOOD))
    expect((await writer.write(writing)).kind).toBe('unusable')
  })

  it('hold when many ask at once', async () => {
    const { writer } = await openModel({ ...asked(provider), ...spending })
    provider.will(writes(GOOD))
    const written = await Promise.all(Array.from({ length: 5 }, () => writer.write(writing)))
    expect(written.filter((one) => one.kind === 'sentences')).toHaveLength(1)
  })
})
