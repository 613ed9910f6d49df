import { describe, expect, it } from 'vitest'
import { createBot } from '../../bot/bot.ts'
import type { Findings } from '../../bot/ports.ts'
import { choicesOf, citationsOf, type Outcome } from '../../bot/reply.ts'
import { suggestedQuestions } from '../../bot/words/suggestions.ts'
import { asComposed } from '../../bot/writing/wording.ts'
import { LANGS } from '../../corpus/schema.ts'
import { CASES, readCases } from '../../evals/cases.ts'
import { clauseIn, composeTestBot, entryIn, said } from './composed.ts'
import { brokenPromises, textsOf, wordsOf } from './promises.ts'

const { ask, choose, knowledge } = await composeTestBot()

/** A bot whose search always finds the same, for outcomes that should not hang on how well search does today. */
const finding = (found: Partial<Findings>) =>
  createBot({
    knowledge,
    defaultLang: 'ja',
    recall: () => Promise.resolve([]),
    word: asComposed,
    likeness: () => Promise.resolve([]),
    retriever: {
      find: () => Promise.resolve({ named: [], unknown: [], hits: [], coverage: 0.5, verdict: 'covered', ...found }),
    },
  })

const hits = (...scores: readonly [id: string, score: number][]) => scores.map(([id, score]) => ({ id, score }))
const NEAR = hits(['CPS.AC-1', 4], ['CPS.AC-4', 3.9], ['CPS.IP-9', 3.8], ['CPS.AC-6', 3.7])

describe('what is said ends as it should', () => {
  it.each<readonly [Outcome, string]>([
    ['answered', '退職した人のアカウントはどうすればいい？'],
    ['answered', 'Someone quit. What about his mail?'],
    ['answered', 'CPS.AC-1'],
    ['answered', 'ＣＰＳ．ＡＣ－１ って何'],
    ['answered', '★3の4-1-1とは'],
    ['not_covered', '明日の名古屋の天気は？'],
    ['not_covered', 'How do I bake sourdough bread?'],
    ['no_such_clause', 'CPS.AC-99'],
    ['no_such_clause', 'What does cps zz 1 ask for?'],
    ['no_such_clause', 'CPS.AC-1とCPS.AC-99の違いは？'],
    ['smalltalk', 'こんにちは'],
    ['smalltalk', 'thank you!'],
    ['smalltalk', 'あなたは誰？'],
    ['smalltalk', 'Are you a robot?'],
    ['smalltalk', '🎉'],
    ['smalltalk', ''],
    ['no_claim', 'これでうちは安全ですよね？'],
    ['no_claim', '取引先に「CPSF準拠です」と言っていい？'],
    ['no_claim', 'Are we certified now?'],
    ['no_claim', 'Please write that our firm meets the CPSF.'],
    ['command', 'ヘルプ'],
    ['command', '使い方を教えてください'],
    ['command', 'help'],
    ['command', 'What can you do?'],
  ])('%s: %s', async (outcome, text) => {
    const reply = await ask(text)
    expect([reply.outcome, ...brokenPromises(reply, knowledge)]).toEqual([outcome])
  })
})

it('every development question gets a reply that keeps every promise', async () => {
  const cases = [...(await readCases(`${CASES}/dev`)).map(({ q }) => q), 'help']
  const replies = await Promise.all(cases.map(async (q) => ({ q, reply: await ask(q) })))
  expect(
    replies.flatMap(({ q, reply }) => brokenPromises(reply, knowledge).map((broken) => `${q}: ${broken}`)),
  ).toEqual([])
  const outcomes = new Set(replies.map(({ reply }) => reply.outcome))
  expect([...outcomes]).toEqual(expect.arrayContaining(['answered', 'not_covered', 'smalltalk', 'no_claim', 'command']))
}, 120_000)

describe('an answer', () => {
  it('rests on the best entry, adds at most two close ones, and marks each once', async () => {
    const reply = await finding({ hits: NEAR })(said('だれかに聞かれた'))
    expect(citationsOf(reply).map(({ n, id }) => [n, id])).toEqual([
      [1, 'CPS.AC-1'],
      [2, 'CPS.AC-4'],
      [3, 'CPS.IP-9'],
    ])
    expect(brokenPromises(reply, knowledge)).toEqual([])
  })

  it('adds no entry that is far behind the best one', async () => {
    const reply = await finding({ hits: hits(['CPS.AC-1', 4], ['CPS.AC-4', 0.5], ['CPS.IP-9', 0.4]) })(
      said('だれかに聞かれた'),
    )
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.AC-1'])
  })

  it('passes over entries that the corpus does not have', async () => {
    const reply = await finding({ hits: hits(['CPS.AC-1', 4], ['gone', 3.9], ['CPS.AC-4', 3.8]) })(
      said('だれかに聞かれた'),
    )
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.AC-1', 'CPS.AC-4'])
  })

  it('carries the probability that the corpus covers the question', async () => {
    expect((await finding({ hits: NEAR, coverage: 0.83 })(said('だれかに聞かれた'))).confidence).toBe(0.83)
  })
})

describe('a question back', () => {
  it.each(LANGS)('offers the nearest three, nearest first, with their titles and citations, in %s', async (lang) => {
    const reply = await finding({ hits: NEAR, verdict: 'close' })(said('だれかに聞かれた', lang))
    const ids = ['CPS.AC-1', 'CPS.AC-4', 'CPS.IP-9']
    expect(reply.outcome).toBe('ask_back')
    expect(choicesOf(reply)).toEqual(ids.map((id) => ({ id, label: clauseIn(knowledge, id).title[lang] })))
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(ids)
    expect(brokenPromises(reply, knowledge)).toEqual([])
  })

  it('has every choice answered when it is pressed', async () => {
    const reply = await finding({ hits: NEAR, verdict: 'close' })(said('だれかに聞かれた'))
    const pressed = await Promise.all(choicesOf(reply).map(({ id }) => choose(id, reply.lang)))
    expect(pressed.map((answer) => [answer.outcome, citationsOf(answer)[0]?.id])).toEqual(
      choicesOf(reply).map(({ id }) => ['answered', id]),
    )
  })
})

describe('a question that is not covered', () => {
  it('cites nothing, names somebody to ask and offers the nearest topics', async () => {
    const reply = await finding({ hits: NEAR, verdict: 'uncovered', coverage: 0.1 })(said('明日の天気は？'))
    expect([reply.outcome, citationsOf(reply), reply.confidence]).toEqual(['not_covered', [], 0.1])
    expect(choicesOf(reply).map(({ id }) => id)).toEqual(['CPS.AC-1', 'CPS.AC-4', 'CPS.IP-9'])
    expect(textsOf(reply).join()).toContain('IPA')
  })

  it('offers no topics where there are none', async () => {
    const reply = await finding({ verdict: 'uncovered' })(said('明日の天気は？'))
    expect(reply.blocks.map(({ kind }) => kind)).toEqual(['text', 'text'])
  })
})

describe('a clause that there is not', () => {
  it.each([
    ['CPS.AC-99 とは', ['CPS.AC-99']],
    ['compare cps ac 99 and CPS.ZZ-1', ['CPS.AC-99', 'CPS.ZZ-1']],
  ])('is named, and how many there are: %s', async (text, ids) => {
    const [first = '', second = ''] = textsOf(await ask(text))
    for (const id of ids) expect(first).toContain(id)
    expect(second).toContain('104')
  })

  it('is what a pressed choice was that the corpus does not have any more', async () => {
    const reply = await choose('CPS.AC-99', 'en')
    expect([reply.outcome, ...brokenPromises(reply, knowledge)]).toEqual(['no_such_clause'])
    expect(textsOf(reply)[0]).toContain('CPS.AC-99')
  })
})

describe('a claim that is refused', () => {
  it.each(LANGS)('rests on the page that says what the framework is, in %s', async (lang) => {
    const reply = await ask('Are we certified now?', lang)
    expect(citationsOf(reply).map(({ n, id }) => [n, id])).toEqual([[1, 'cpsf-what-it-is']])
    expect(entryIn(knowledge, 'cpsf-what-it-is').kind).toBe('page')
  })
})

describe('the suggested questions', () => {
  it.each(LANGS.flatMap((lang) => suggestedQuestions(lang).map((question) => [lang, question] as const)))(
    'are answered: %s: %s',
    async (lang, question) => {
      const reply = await ask(question)
      expect([reply.outcome, reply.lang, ...brokenPromises(reply, knowledge)]).toEqual(['answered', lang])
    },
  )

  it.each(['hello', 'help', ''])('are shown to somebody who said %j', async (text) => {
    const shown = (await ask(text, 'en')).blocks.flatMap(wordsOf)
    expect(shown).toEqual(expect.arrayContaining([...suggestedQuestions('en')]))
  })
})
