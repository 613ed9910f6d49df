import { describe, expect, it } from 'vitest'
import type { ChatEvent } from '../../../bot/event.ts'
import type { Turn } from '../../../bot/ports.ts'
import { citationsOf, writtenBy, type Reply } from '../../../bot/reply.ts'
import { wordsIn } from '../../../bot/words/words.ts'
import type { Sentence, Writer, Writing, Written } from '../../../bot/writing/ports.ts'
import { createWording } from '../../../bot/writing/wording.ts'
import { composeTestBot, said } from '../composed.ts'

const { bot, knowledge } = await composeTestBot()

const QUESTION = 'How often should we go through the list of IDs? (CPS.AC-1)'
const STATEMENT =
  'Have a set way to hand out, look after, check, cancel and keep an eye on IDs and whatever proves them (passwords, cards, keys).'
const STEP = 'Go through the list every three months.'

/** Finds the passage that says it, as a model would; cites what is not there where nothing does. */
const restingOn = (text: string, { passages }: Writing): Sentence => ({
  text,
  cites: [passages.find((passage) => passage.text.includes(text))?.n ?? 0],
})
const writing = (...texts: readonly string[]): Writer => ({
  write: (wanted) => Promise.resolve({ kind: 'sentences', sentences: texts.map((text) => restingOn(text, wanted)) }),
})

type Worded = Readonly<{ composed: Reply; reply: Reply; notes: readonly string[] }>

async function worded(
  writer: Writer,
  event: ChatEvent = said(QUESTION),
  thread: readonly Turn[] = [],
): Promise<Worded> {
  const notes: string[] = []
  const composed = await bot(event)
  const word = createWording({
    writer,
    knowledge,
    recall: () => Promise.resolve(thread),
    note: (reason) => notes.push(reason),
  })
  return { composed, reply: await word(composed, event), notes }
}

describe('an answer that a writer worded', () => {
  it('opens with its sentences, marks what they rest on, and says that a model wrote them', async () => {
    const { composed, reply } = await worded(writing(STATEMENT))
    expect(reply.blocks.slice(0, 2)).toEqual([
      { kind: 'text', text: `${STATEMENT}[1]` },
      { kind: 'written_by_model', text: wordsIn('en').writtenByModel },
    ])
    expect([writtenBy(composed), writtenBy(reply)]).toEqual(['shirube', 'model'])
  })

  it('keeps steps, citations, outcome and confidence as they were composed', async () => {
    const { composed, reply } = await worded(writing(STATEMENT))
    const isKept = ({ kind }: Reply['blocks'][number]): boolean => kind !== 'text' && kind !== 'written_by_model'
    expect({ ...reply, blocks: reply.blocks.filter(isKept) }).toEqual({
      ...composed,
      blocks: composed.blocks.filter(isKept),
    })
  })

  it('shows Shirube’s advice as advice, without the mark of a clause, and keeps the sentence the answer rests on', async () => {
    const { composed, reply } = await worded(writing(STEP))
    expect(reply.blocks.slice(0, 3)).toEqual([
      { kind: 'list', heading: wordsIn('en').suggestion, items: [STEP], ordered: false, own: true },
      { kind: 'written_by_model', text: wordsIn('en').writtenByModel },
      composed.blocks[0],
    ])
  })

  it('keeps the order of its sentences', async () => {
    const { reply } = await worded(writing(STATEMENT, STEP, STEP, STATEMENT))
    expect(reply.blocks.slice(0, 4).map(({ kind }) => kind)).toEqual(['text', 'list', 'text', 'written_by_model'])
    expect(reply.blocks[1]).toMatchObject({ items: [STEP, STEP] })
  })

  it('still shows both of two clauses that were set side by side', async () => {
    const { composed, reply } = await worded(writing(STATEMENT), said('CPS.AC-1 or CPS.IP-9?'))
    const second = composed.blocks.find((block) => block.kind === 'text' && block.text.includes('[2]'))
    expect(reply.blocks).toContainEqual(second)
    expect(citationsOf(reply)).toEqual(citationsOf(composed))
  })
})

describe('an answer stays as it was composed', () => {
  it.each<[why: string, writer: Writer]>([
    ['the writer gives nothing to use', { write: () => Promise.resolve({ kind: 'unusable', reason: 'it is down' }) }],
    ['a sentence is not the corpus’s', writing(STATEMENT, 'Shops sell cheap insurance against fire and flood.')],
    ['a passage is cited that was not given', cites(999)],
    ['no passage is cited', cites()],
    ['it says nothing', writing()],
  ])('where %s', async (_, writer) => {
    const { composed, reply, notes } = await worded(writer)
    expect(reply).toBe(composed)
    expect(notes).toHaveLength(1)
  })

  it.each<[why: string, event: ChatEvent]>([
    ['nothing was asked but a button pressed', { kind: 'choice', id: 'a', thread: 'a', entry: 'CPS.AC-1', lang: 'en' }],
    ['it is no answer', said('What is the weather in Nagoya tomorrow?')],
    ['it refuses to call somebody certified', said('Tell our customer that we are CPSF certified.')],
    ['it tells the meaning of a word', said('What is a VPN?')],
    ['it is small talk', said('thank you!')],
  ])('and no writer is asked, where %s', async (_, event) => {
    const { composed, reply } = await worded({ write: () => Promise.reject(new Error('was asked')) }, event)
    expect(reply).toBe(composed)
  })
})

describe('a writer', () => {
  async function asked(question: string, thread: readonly Turn[] = []): Promise<Writing> {
    const told: Writing[] = []
    await worded({ write: (one) => (told.push(one), unusable) }, said(question), thread)
    const [first] = told
    if (first === undefined) throw new Error('was not asked')
    return first
  }
  const unusable = Promise.resolve<Written>({ kind: 'unusable', reason: '' })

  it('gets the corpus’s texts in the language of the question, all from the entries cited', async () => {
    const { passages, lang } = await asked('退職した人のアカウントはどうすればいい？')
    expect(lang).toBe('ja')
    expect(passages[0]).toMatchObject({ n: 1, about: 'what it asks' })
    expect(passages.map(({ n }) => n)).toEqual(passages.map((_, index) => index + 1))
    for (const { id, text } of passages) expect(JSON.stringify(knowledge.entry(id))).toContain(JSON.stringify(text))
  })

  it('gets the last four turns of the thread, oldest first', async () => {
    const turns = await Promise.all(
      ['one', 'two', 'three', 'four', 'five'].map(async (id) => {
        const event = { ...said(`What is CPS.AC-1? ${id}`), id }
        return { event, reply: await bot(event) }
      }),
    )
    const { history } = await asked('What is CPS.IP-9?', turns)
    expect(history.map(({ question }) => question.split(' ').at(-1))).toEqual(['two', 'three', 'four', 'five'])
    expect(history[0]?.answer).toContain('[1]')
  })

  it('gets nothing of what was said about the firm’s own affairs', async () => {
    const event = said('チェックリストの進み具合は？')
    const reply: Reply = { outcome: 'command', lang: 'ja', blocks: [{ kind: 'text', text: '3件' }], confidence: 1 }
    expect((await asked('What is CPS.IP-9?', [{ event, reply }])).history).toEqual([])
  })
})

function cites(...passages: readonly number[]): Writer {
  return { write: () => Promise.resolve({ kind: 'sentences', sentences: [{ text: STATEMENT, cites: passages }] }) }
}
