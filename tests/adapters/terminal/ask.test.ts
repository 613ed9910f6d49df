import { describe, expect, it } from 'vitest'
import { askBatch, askOnce, type Answering } from '../../../adapters/terminal/ask.ts'
import type { ChatEvent } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import { saying } from '../../contracts/turns.ts'

/** Answers with what it was told, so that a test can see what the bot is handed. */
const echo = (event: ChatEvent): Promise<Reply> =>
  Promise.resolve({
    ...saying(event.kind === 'message' ? `${event.thread} says ${event.text}` : event.kind),
    lang: event.lang ?? 'ja',
  })
const answering = (changed: Partial<Answering> = {}): Answering => ({
  bot: echo,
  corpusVersion: 'abc',
  lang: undefined,
  level: undefined,
  ...changed,
})

async function* linesOf(...lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line)
}

async function batch(lines: readonly string[], changed: Partial<Answering> = {}): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for await (const line of askBatch(linesOf(...lines), answering(changed))) answers.push(JSON.parse(line))
  return answers
}

describe('a question', () => {
  it('is answered as text or as JSON', async () => {
    expect(await askOnce('hello', { ...answering(), json: false })).toMatch(/^terminal:\S+ says hello$/u)
    expect(JSON.parse(await askOnce('hello', { ...answering(), json: true }))).toMatchObject({ outcome: 'answered' })
  })

  it('is asked in the language that was chosen', async () => {
    const json = await askOnce('hello', { ...answering({ lang: 'en' }), json: true })
    expect(JSON.parse(json)).toMatchObject({ lang: 'en' })
  })
})

describe('a batch', () => {
  it('hands lines of one thread to one conversation, and others to their own', async () => {
    const answers = await batch(['{"id":1,"q":"a","thread":"t"}', '{"id":2,"q":"b","thread":"t"}', '{"id":3,"q":"c"}'])
    const threads = answers.map((answer) => /"(terminal:\S+) says/u.exec(JSON.stringify(answer))?.[1])
    expect(threads[0]).toBe(threads[1])
    expect(threads[2]).not.toBe(threads[0])
  })

  it('does not take a line’s id for the thread of another', async () => {
    const answers = await batch(['{"id":"t","q":"a"}', '{"id":2,"q":"b","thread":"t"}'])
    const threads = answers.map((answer) => /"(terminal:\S+) says/u.exec(JSON.stringify(answer))?.[1])
    expect(threads[0]).not.toBe(threads[1])
  })

  it('prefers a line’s language to the one chosen for all', async () => {
    const answers = await batch(['{"id":1,"q":"a","lang":"ja"}', '{"id":2,"q":"b"}'], { lang: 'en' })
    expect(answers).toMatchObject([{ lang: 'ja' }, { lang: 'en' }])
  })

  it('answers a line before it reads the next', async () => {
    const read: string[] = []
    async function* source(): AsyncGenerator<string> {
      for (const id of ['a', 'b']) {
        read.push(id)
        yield await Promise.resolve(JSON.stringify({ id, q: 'hello' }))
      }
    }
    const answers = askBatch(source(), answering())
    await answers.next()
    expect(read).toEqual(['a'])
  })

  it.each([
    '[]',
    'null',
    '3',
    '"text"',
    '{}',
    '{"id":null,"q":"a"}',
    '{"id":1,"q":null}',
    '{"id":1,"q":"a","thread":7}',
  ])('gives one error for a line that cannot be read: %s', async (line) => {
    const answers = await batch([line, '{"id":"next","q":"hello"}'])
    expect(answers).toEqual([
      { ...(line.includes('"id":1') ? { id: 1 } : {}), error: expect.stringContaining('line 1: ') as string },
      expect.objectContaining({ id: 'next', outcome: 'answered' }) as object,
    ])
  })

  it('gives a line an error with a reference when the bot fails on it, and goes on', async () => {
    const bot = (event: ChatEvent): Promise<Reply> =>
      event.kind === 'message' && event.text === 'a' ? Promise.reject(new Error('the index is gone')) : echo(event)
    const answers = await batch(['{"id":"bad","q":"a"}', '{"id":"good","q":"b"}'], { bot })
    expect(answers).toMatchObject([
      { id: 'bad', outcome: 'error', reference: expect.any(String) as string },
      { id: 'good', outcome: 'answered' },
    ])
  })
})
