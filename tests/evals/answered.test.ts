import { describe, expect, it } from 'vitest'
import type { Bot } from '../../bot/bot.ts'
import type { Retriever } from '../../bot/ports.ts'
import type { Block, Citation, Reply } from '../../bot/reply.ts'
import { answerCases } from '../../evals/answered.ts'
import type { Case } from '../../evals/cases.ts'

const CASES: readonly Case[] = [
  { id: 'a', lang: 'en', kind: 'clause', q: 'who has the key?', gold: 'A', accept: [], thread: 't' },
  { id: 'b', lang: 'en', kind: 'follow_up', q: 'why?', gold: 'A', accept: [], thread: 't' },
  { id: 'c', lang: 'ja', kind: 'clause', q: '鍵はだれが持つ？', gold: 'A', accept: [] },
]

const cited = (...ids: readonly string[]): Block => ({
  kind: 'citations',
  citations: ids.map((id, at): Citation => ({
    n: at + 1,
    id,
    framework: 'CPSF',
    edition: '1.0',
    title: id,
    document: 'CPSF',
    wording: 'paraphrase',
    basis: 'seen',
    quote: id,
    url: 'https://example.org',
  })),
})

const saying =
  (...blocks: readonly Block[]): Bot =>
  async () =>
    Promise.resolve<Reply>({ outcome: 'answered', lang: 'en', blocks, confidence: 0.8 })

const finding = (...ids: readonly string[]): Retriever => ({
  find: async () =>
    Promise.resolve({
      named: [],
      unknown: [],
      hits: ids.map((id) => ({ id, score: 1 })),
      coverage: 1,
      verdict: 'covered',
    }),
})

const answersOf = (answer: Bot, retriever: Retriever) => answerCases({ answer, retriever }, CASES)

describe('answering cases', () => {
  it('asks the turns of one conversation in one thread, one after the other, and every other case in its own', async () => {
    const asked: string[] = []
    const bot: Bot = async (event) => {
      if (event.kind === 'message') asked.push(`${event.thread}: ${event.text}`)
      return saying()(event)
    }
    await answersOf(bot, finding())
    expect(asked).toEqual(['t: who has the key?', 't: why?', 'c: 鍵はだれが持つ？'])
  })

  it('ranks what was cited before what else the search found, each once, ten in all', async () => {
    const found = finding(...Array.from({ length: 12 }, (_, at) => `H${String(at)}`), 'B')
    const [first] = await answersOf(saying(cited('B', 'H3')), found)
    expect(first).toMatchObject({
      ids: ['B', 'H3'],
      ranked: ['B', 'H3', 'H0', 'H1', 'H2', 'H4', 'H5', 'H6', 'H7', 'H8'],
    })
  })

  it('takes what is offered to choose from where nothing is cited', async () => {
    const choices: Block = {
      kind: 'choices',
      prompt: 'Which?',
      choices: [
        { label: 'one', id: 'C' },
        { label: 'two', id: 'D' },
      ],
    }
    const [first] = await answersOf(saying(choices), finding())
    expect(first?.ids).toEqual(['C', 'D'])
  })

  it('keeps what a person reads: texts and list items, without marks and sources', async () => {
    const list: Block = { kind: 'list', heading: 'Steps', items: ['Ask first.'], ordered: true, own: true }
    const [first] = await answersOf(saying({ kind: 'text', text: 'Lock it[1].' }, list, cited('A')), finding())
    expect(first?.read).toEqual({ lang: 'en', texts: ['Lock it.', 'Ask first.'] })
  })
})
