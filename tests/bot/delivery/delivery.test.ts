import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDelivery, type Delivery } from '../../../bot/delivery/delivery.ts'
import type { Posted } from '../../../bot/delivery/mailroom.ts'
import type { ChatEvent } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import { wordsIn } from '../../../bot/words/words.ts'
import { somebody } from '../../contracts/open-firms.ts'
import { message, messageIn, saying } from '../../contracts/turns.ts'
import { createFakeMailroom } from '../../fakes/mailroom.ts'

/** More than one process has in hand at a time. */
const MANY = 40

type Post = (event: ChatEvent, reply: Reply) => Promise<Posted>
const sent: Posted = { kind: 'sent', message: 'm' }
const saysItsId = ({ id }: ChatEvent) => Promise.resolve(saying(id))

/** A platform whose posts end when the test says so; keeps what was asked of the bot and what was posted, in order. */
function opened(post: Post, { mailroom = createFakeMailroom(), bot = saysItsId } = {}) {
  const [answered, posted, reported]: [string[], string[], unknown[]] = [[], [], []]
  const delivery = createDelivery({
    mailroom,
    bot(event) {
      answered.push(event.id)
      return bot(event)
    },
    platform: {
      name: 'test',
      begin: () => Promise.resolve(),
      async post(reply, { event }) {
        const outcome = await post(event, reply)
        posted.push(event.id)
        return outcome
      },
    },
    report: (cause) => `reference-${reported.push(cause)}`,
  })
  return { mailroom, delivery, answered, posted, reported }
}

async function bring(delivery: Delivery, events: readonly ChatEvent[]): Promise<void> {
  for (const event of events) {
    await delivery.accept({ event, address: {} })
    delivery.wake()
  }
}

it('works everything once, a thread in its order, and never more at once than it has hands for', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(MANY), { maxLength: 80 }), async (scheduler, threads) => {
      let [atOnce, most] = [0, 0]
      const { mailroom, delivery, answered, posted } = opened(async (event) => {
        most = Math.max(most, (atOnce += 1))
        await scheduler.schedule(Promise.resolve(), event.thread)
        atOnce -= 1
        return sent
      })
      const events = threads.map((thread) => messageIn(`test:${thread}`))
      scheduler.scheduleSequence(events.map((event) => () => bring(delivery, [event])))
      await scheduler.waitIdle()
      await delivery.rest()
      const ids = events.map(({ id }) => id)
      expect(answered.toSorted()).toEqual(ids.toSorted())
      expect(posted.toSorted()).toEqual(ids.toSorted())
      expect(new Set(mailroom.states().values())).toEqual(new Set(ids.length === 0 ? [] : ['sent']))
      expect(inThreads(posted, events)).toEqual(inThreads(ids, events))
      expect(most).toBeLessThanOrEqual(12)
    }),
    { numRuns: 60 },
  ))

const inThreads = (ids: readonly string[], events: readonly ChatEvent[]) =>
  Object.groupBy(ids, (id) => events.find((event) => event.id === id)?.thread ?? '')

it('is not held up by a slow piece of work, except for what follows in the same thread', async () => {
  const slow = Promise.withResolvers<Posted>()
  const [first, second] = [messageIn('test:slow'), messageIn('test:slow')]
  const { delivery, posted } = opened((event) => (event.id === first.id ? slow.promise : Promise.resolve(sent)))
  const others = Array.from({ length: MANY }, () => message())
  await bring(delivery, [first, second, ...others])
  await expect.poll(() => posted.toSorted()).toEqual(others.map(({ id }) => id).toSorted())
  slow.resolve(sent)
  await expect.poll(() => posted.slice(MANY)).toEqual([first.id, second.id])
})

it('finishes what it has in hand before it rests, and takes up nothing more', async () => {
  const going = Promise.withResolvers<Posted>()
  const { mailroom, delivery, posted } = opened(() => going.promise)
  await bring(
    delivery,
    Array.from({ length: MANY }, () => message()),
  )
  await expect.poll(() => [...mailroom.states().values()].filter((state) => state === 'posting').length).toBe(12)
  const resting = delivery.rest()
  going.resolve(sent)
  await resting
  delivery.wake()
  expect(posted).toHaveLength(12)
  expect(new Set(mailroom.states().values())).toEqual(new Set(['sent', 'waiting']))
})

it('goes on with the next call after the store was away, and says what was wrong', async () => {
  const mailroom = createFakeMailroom()
  const away = new Error('the store is away')
  const takes = [() => Promise.reject(away)]
  const take: typeof mailroom.take = (platform, limit) => takes.pop()?.() ?? mailroom.take(platform, limit)
  const { delivery, posted, reported } = opened(() => Promise.resolve(sent), { mailroom: { ...mailroom, take } })
  const event = message()
  await bring(delivery, [event])
  await expect.poll(() => reported).toEqual([away])
  expect(posted).toEqual([])
  delivery.wake()
  await expect.poll(() => posted).toEqual([event.id])
})

it('works out once what is answered at once, even where somebody looks for work meanwhile', async () => {
  const thinking = Promise.withResolvers<Reply>()
  const { delivery, answered, posted } = opened(() => Promise.resolve(sent), { bot: () => thinking.promise })
  const event = message()
  const answering = delivery.answerNow({ event, address: {} })
  delivery.wake()
  await expect.poll(() => answered).toEqual([event.id])
  delivery.wake()
  thinking.resolve(saying('done'))
  expect(await answering).toEqual(saying('done'))
  delivery.wake()
  await expect.poll(() => posted).toEqual([event.id])
  expect(answered).toEqual([event.id])
})

it('posts a plain error with its reference where the bot failed', async () => {
  const replies: Reply[] = []
  const bot = () => Promise.reject(new Error('odd'))
  const { delivery, posted } = opened((_, reply) => Promise.resolve(void replies.push(reply)).then(() => sent), { bot })
  await bring(delivery, [message()])
  await expect.poll(() => posted).toHaveLength(1)
  expect(replies).toMatchObject([{ outcome: 'error', lang: 'ja', reference: 'reference-1' }])
  expect(JSON.stringify(replies)).toContain('reference-1')
})

it('leaves a post that threw to be made once more, whatever it threw', async () => {
  const event = message()
  const odd = new Error('odd')
  const { mailroom, delivery, reported } = opened(() => Promise.reject(odd))
  await bring(delivery, [event])
  await expect.poll(() => reported).toEqual([odd])
  await delivery.rest()
  expect(mailroom.states().get(event.id)).toBe('answered')
})

it('answers others and every press while one person floods it, and asks that person to wait once', async () => {
  const [flooding, other] = [somebody(), somebody()]
  const slow = Promise.withResolvers<Posted>()
  const said: Reply[] = []
  const { mailroom, delivery, answered } = opened((event, reply) => {
    if (reply.outcome === 'error') said.push(reply)
    return event.kind === 'message' && event.speaker === flooding ? slow.promise : Promise.resolve(sent)
  })
  const flood = Array.from({ length: MANY }, () => ({ ...message(), speaker: flooding }))
  const presses = flood.map(({ id }) => ({ id: `${id}:press`, thread: `${id}:press`, speaker: flooding, ...PRESS }))
  const others = Array.from({ length: MANY }, () => ({ ...message(), speaker: other }))
  for (const event of [...flood, ...presses]) await delivery.accept({ event, address: {} })
  for (const event of others.slice(0, 9)) await delivery.accept({ event, address: {} })
  delivery.wake()
  await expect.poll(() => answered).toEqual(expect.arrayContaining(others.slice(0, 9).map(({ id }) => id)))
  slow.resolve(sent)
  await expect.poll(() => answered).toEqual(expect.arrayContaining(presses.map(({ id }) => id)))
  await expect.poll(() => said.map(({ blocks }) => blocks)).toEqual([[{ kind: 'notice', text: wordsIn('ja').crowded }]])
  expect([...mailroom.states().values()].filter((state) => state === 'declined')).toHaveLength(MANY - 11)
})

const PRESS = { kind: 'choice', entry: 'CPS.AC-1' } as const
