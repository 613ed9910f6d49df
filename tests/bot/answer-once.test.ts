import { describe, expect, it } from 'vitest'
import { createAnswerOnce } from '../../bot/answer-once.ts'
import type { Bot } from '../../bot/bot.ts'
import type { Inbox } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { saying } from '../contracts/turns.ts'
import { createFakeInbox } from '../fakes/inbox.ts'
import { said } from './composed.ts'

const answering = (needs: Readonly<{ inbox: Inbox; bot: Bot }>) => createAnswerOnce({ ...needs, warn: () => undefined })

/** Says something else each time it is asked. */
function createCountingBot(): Bot {
  let asked = 0
  return () => Promise.resolve(saying(`answer ${(asked += 1)}`))
}

/** A bot that a test lets answer when it wants to. */
function createWaitingBot() {
  const begun = Promise.withResolvers<undefined>()
  const answer = Promise.withResolvers<Reply>()
  const bot: Bot = () => {
    begun.resolve(undefined)
    return answer.promise
  }
  return { bot, begun: begun.promise, ...answer }
}

/** Breaks the first time, as a bot whose index is being replaced. */
function createStumblingBot(): Bot {
  const bot = createCountingBot()
  let stumbled = false
  return (event) => {
    if (stumbled) return bot(event)
    stumbled = true
    return Promise.reject(new Error('the index is gone'))
  }
}

describe('the same event', () => {
  it('sent again gets the same reply', async () => {
    const answer = answering({ inbox: createFakeInbox(), bot: createCountingBot() })
    const event = said('hello')
    expect([await answer(event), await answer(event)]).toEqual([saying('answer 1'), saying('answer 1')])
  })

  it('under another id is another event', async () => {
    const answer = answering({ inbox: createFakeInbox(), bot: createCountingBot() })
    expect([await answer(said('hello')), await answer(said('hello'))]).toEqual([saying('answer 1'), saying('answer 2')])
  })

  it('gets the same reply from another process on the same inbox', async () => {
    const inbox = createFakeInbox()
    const event = said('hello')
    const [one, other] = [createCountingBot(), createStumblingBot()].map((bot) => answering({ inbox, bot }))
    expect([await one?.(event), await other?.(event)]).toEqual([saying('answer 1'), saying('answer 1')])
  })
})

describe('while an event is underway', () => {
  it.each([
    ['in the language the person chose', said('こんにちは', 'en'), 'en'],
    ['in the language of the question', said('How often should we take backups?'), 'en'],
    ['in the language of a Japanese question', said('バックアップは？'), 'ja'],
  ] as const)('whoever sends it again is told so, %s', async (_, event, lang) => {
    const waiting = createWaitingBot()
    const answer = answering({ inbox: createFakeInbox(), bot: waiting.bot })
    const first = answer(event)
    await waiting.begun
    expect(await answer(event)).toEqual({
      outcome: 'error',
      lang,
      blocks: [{ kind: 'notice', text: wordsIn(lang).underway }],
      confidence: 1,
      reference: event.id,
    })
    waiting.resolve(saying('done'))
    expect([await first, await answer(event)]).toEqual([saying('done'), saying('done')])
  })

  it('exactly one of 20 racers has it answered', async () => {
    const answer = answering({ inbox: createFakeInbox(), bot: createCountingBot() })
    const event = said('hello')
    const replies = await Promise.all(Array.from({ length: 20 }, () => answer(event)))
    const texts = new Set(replies.filter(({ outcome }) => outcome !== 'error').map((reply) => JSON.stringify(reply)))
    expect([...texts]).toEqual([JSON.stringify(saying('answer 1'))])
    expect(await answer(event)).toEqual(saying('answer 1'))
  })
})

describe('when something goes wrong', () => {
  it('with the bot, that is passed on, and the event sent once more is answered', async () => {
    const answer = answering({ inbox: createFakeInbox(), bot: createStumblingBot() })
    const event = said('hello')
    await expect(answer(event)).rejects.toThrow('the index is gone')
    expect(await answer(event)).toEqual(saying('answer 1'))
  })

  it('with keeping the reply, that is passed on, and the event sent once more is answered', async () => {
    const inbox = createFakeInbox()
    const broken = { ...inbox, finish: () => Promise.reject(new Error('the disk is full')) }
    const event = said('hello')
    await expect(answering({ inbox: broken, bot: createCountingBot() })(event)).rejects.toThrow('the disk is full')
    expect(await answering({ inbox, bot: createCountingBot() })(event)).toEqual(saying('answer 1'))
  })

  it('with the bot and then with the store, it is the bot’s trouble that is passed on', async () => {
    const inbox = { ...createFakeInbox(), abandon: () => Promise.reject(new Error('the store is gone')) }
    await expect(answering({ inbox, bot: createStumblingBot() })(said('hello'))).rejects.toThrow('the index is gone')
  })

  it('with the store before anything began, nothing is answered', async () => {
    const inbox = { ...createFakeInbox(), record: () => Promise.reject(new Error('the store is gone')) }
    await expect(answering({ inbox, bot: createCountingBot() })(said('hello'))).rejects.toThrow('the store is gone')
  })
})

it('sets aside what ended the process each time, tells its sender so and the operator which, and never what it said', async () => {
  let hours = 0
  const inbox = createFakeInbox(() => hours * 3_600_000)
  const event = said('辞めた人のメールはどうする？')
  const warnings: string[] = []
  for (let take = 1; take <= MOST_TAKES; take += 1) {
    await inbox.record(event)
    hours += 1
  }
  const answer = createAnswerOnce({ inbox, bot: createCountingBot(), warn: (message) => warnings.push(message) })
  const reply = await answer(event)
  expect(reply).toEqual({
    outcome: 'error',
    lang: 'ja',
    blocks: [{ kind: 'text', text: wordsIn('ja').setAside(event.id) }],
    confidence: 1,
    reference: event.id,
  })
  expect(await answer(event)).toEqual(reply)
  expect(warnings).toEqual([expect.stringContaining(event.id)])
  expect(warnings.join('')).not.toContain('メール')
})
