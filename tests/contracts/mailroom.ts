import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mailroom, Work } from '../../bot/delivery/mailroom.ts'
import type { ChatEvent } from '../../bot/event.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { itIsFair } from './fairness.ts'
import { arrivalOf, goesOut, type OpenMailroom } from './open-mailroom.ts'
import { message, messageIn, saying } from './turns.ts'

/** What every mailroom keeps to. Each test has a platform of its own, so that none takes another's work. */
export function mailroomContract(name: string, open: () => Promise<OpenMailroom>): void {
  describe(`the mailroom: ${name}`, () => {
    let opened: OpenMailroom
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const each = (turn: number): Mailroom =>
      opened.mailrooms()[turn % opened.mailrooms().length] ?? opened.mailrooms()[0]
    const one = (): Mailroom => each(0)
    const ids = (work: readonly Work[]) => work.map(({ event }) => event.id)

    it('accepts an event once, however many bring it', async () => {
      const arrival = arrivalOf(message(), 'once')
      const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => each(turn).accept(arrival)))
      expect(answers.filter(Boolean)).toHaveLength(1)
    })

    it('gives each piece of work to one taker, with what was accepted', async () => {
      const events = Array.from({ length: 30 }, () => message())
      for (const event of events) await one().accept(arrivalOf(event, 'one-taker'))
      const taken = (await Promise.all(Array.from({ length: 10 }, (_, turn) => each(turn).take('one-taker', 7)))).flat()
      expect(new Set(ids(taken)).size).toBe(taken.length)
      const rest = await one().take('one-taker', 100)
      expect([...ids(taken), ...ids(rest)].toSorted()).toEqual(events.map(({ id }) => id).toSorted())
      expect(taken[0]).toMatchObject({
        platform: 'one-taker',
        address: { to: '日本語' },
        reply: undefined,
        doubtful: false,
      })
    })

    it('hands out to nobody what is held, until its holder has answered it or died', async () => {
      const [answered, died] = [message(), message()]
      for (const event of [answered, died]) await one().accept(arrivalOf(event, 'held'), 'held')
      expect(await each(1).take('held', 9)).toEqual([])
      await one().answered(answered, saying('at once'), 'open')
      expect(await each(1).take('held', 9)).toMatchObject([{ event: { id: answered.id }, reply: saying('at once') }])
      await opened.later()
      expect(ids(await each(1).take('held', 9))).toContain(died.id)
    })

    it('accepts again what ended in an error, once it has been told of', async () => {
      const event = message()
      await one().accept(arrivalOf(event, 'error'))
      await one().take('error', 1)
      await one().answered(event, { ...saying('sorry'), outcome: 'error' })
      expect(await each(1).accept(arrivalOf(event, 'error'))).toBe(false)
      await one().posting(event)
      await one().settle(event, { kind: 'sent', message: 'm1' })
      expect(await each(1).accept(arrivalOf(event, 'error'))).toBe(true)
      expect(await one().accept(arrivalOf(event, 'error'))).toBe(false)
      expect(await one().take('error', 1)).toMatchObject([{ event: { id: event.id }, reply: undefined }])
      await goesOut(one(), event)
      expect(await one().accept(arrivalOf(event, 'error'))).toBe(false)
    })

    it('knows nothing of a reply to what is kept no longer', async () => {
      expect(await one().answered(message(), saying('to nothing'))).toBeUndefined()
    })

    itIsFair(() => opened)

    it('hands a thread out in order, the next only when the one before has gone out', async () => {
      const first = message()
      const second = messageIn(first.thread)
      for (const event of [first, second]) await one().accept(arrivalOf(event, 'order'))
      expect(ids(await one().take('order', 9))).toEqual([first.id])
      expect(await each(1).take('order', 9)).toEqual([])
      await goesOut(one(), first)
      expect(ids(await each(1).take('order', 9))).toEqual([second.id])
    })

    it('keeps the first of two replies and posts that one', async () => {
      const event = message()
      await one().accept(arrivalOf(event, 'first-reply'))
      await one().take('first-reply', 1)
      expect(await one().answered(event, saying('first'))).toEqual(saying('first'))
      expect(await each(1).answered(event, saying('second'))).toEqual(saying('first'))
    })

    it('hands unanswered work out again when its taker died', async () => {
      const event = message()
      await one().accept(arrivalOf(event, 'died'))
      await one().take('died', 1)
      expect(await each(1).take('died', 1)).toEqual([])
      await opened.later()
      expect(await each(1).take('died', 1)).toMatchObject([
        { event: { id: event.id }, reply: undefined, doubtful: false },
      ])
    })

    it('hands out what ended its takers once more to be set aside, and then to nobody, holding up nothing after it', async () => {
      const event = message()
      const next = messageIn(event.thread)
      for (const one of [event, next]) await each(0).accept(arrivalOf(one, 'deadly'))
      for (let takes = 1; takes <= MOST_TAKES + 1; takes += 1) {
        expect(await each(takes).take('deadly', 9)).toMatchObject([{ event: { id: event.id }, takes }])
        await opened.later()
      }
      expect(await each(1).take('deadly', 9)).toEqual([])
      expect(ids(await one().take('deadly', 9))).toEqual([next.id])
      await opened.later()
      expect(ids(await each(1).take('deadly', 9))).toEqual([next.id])
    })

    it('does not accept again what was set aside, so that pressing once more ends nothing once more', async () => {
      const event = message()
      await one().accept(arrivalOf(event, 'set-aside'))
      for (let takes = 1; takes <= MOST_TAKES + 1; takes += 1) {
        await one().take('set-aside', 1)
        if (takes <= MOST_TAKES) await opened.later()
      }
      await one().answered(event, { ...saying('set aside'), outcome: 'error' })
      await one().posting(event)
      await one().settle(event, { kind: 'sent', message: 'm1' })
      expect(await one().accept(arrivalOf(event, 'set-aside'))).toBe(false)
    })

    it('hands out one at a time what was left unanswered, beside everything new, so that nothing falls twice with what is deadly', async () => {
      const left = Array.from({ length: 4 }, () => message())
      for (const event of left) await one().accept(arrivalOf(event, 'suspects'))
      expect(await one().take('suspects', 9)).toHaveLength(4)
      await opened.later()
      const fresh = message()
      await one().accept(arrivalOf(fresh, 'suspects'))
      for (const [turn, event] of left.entries()) {
        expect(ids(await each(turn).take('suspects', 9)).toSorted()).toEqual(
          (turn === 0 ? [event.id, fresh.id] : [event.id]).toSorted(),
        )
        expect(await each(turn + 1).take('suspects', 9)).toEqual([])
        await goesOut(one(), event)
      }
    })

    it('hands an answer out again, not the question, when its taker died before posting', async () => {
      const event = await answered('unposted')
      await opened.later()
      expect(await each(1).take('unposted', 1)).toMatchObject([{ reply: saying('done'), doubtful: false }])
      expect(event.id).not.toBe('')
    })

    it('posts once more, as doubtful, what was left in the middle of posting, and then never again', async () => {
      const event = await answered('doubtful')
      await one().posting(event)
      await opened.later()
      expect(await each(1).take('doubtful', 1)).toMatchObject([{ reply: saying('done'), doubtful: true }])
      await each(1).posting(event)
      await opened.later()
      expect(await one().take('doubtful', 1)).toEqual([])
      await opened.later()
      expect(await one().take('doubtful', 1)).toEqual([])
    })

    it('waits as long as a platform asks, then tries again', async () => {
      const event = await answered('retry-after')
      await one().posting(event)
      await one().settle(event, { kind: 'later', seconds: 3600, reason: 'ratelimited' })
      expect(await one().take('retry-after', 1)).toEqual([])
      await opened.later()
      expect(await one().take('retry-after', 1)).toMatchObject([{ reply: saying('done'), doubtful: false }])
    })

    it('brings back apart what had to wait together, nothing before its time and nothing after half as long again', async () => {
      for (let one = 0; one < 24; one += 1) {
        const event = await answered('spread')
        await each(one).posting(event)
        await each(one).settle(event, { kind: 'later', seconds: 1000, reason: 'ratelimited' })
      }
      await opened.secondsLater(990)
      expect(await one().take('spread', 99)).toEqual([])
      await opened.secondsLater(260)
      const early = await one().take('spread', 99)
      await opened.secondsLater(260)
      const late = await each(1).take('spread', 99)
      expect(early.length).toBeGreaterThan(0)
      expect(early.length).toBeLessThan(24)
      expect(new Set(ids([...early, ...late])).size).toBe(24)
    })

    it.each(['sent', 'failed'] as const)('never hands out again what is %s', async (kind) => {
      const event = await answered(kind)
      await one().posting(event)
      await one().settle(event, kind === 'sent' ? { kind, message: 'm1' } : { kind, reason: 'channel_not_found' })
      await opened.later()
      expect(await one().take(kind, 1)).toEqual([])
    })

    it('does not hold up a thread for a posting that failed', async () => {
      const first = await answered('held-up')
      const second = messageIn(first.thread)
      await one().accept(arrivalOf(second, 'held-up'))
      await one().posting(first)
      await one().settle(first, { kind: 'failed', reason: 'channel_not_found' })
      expect(ids(await one().take('held-up', 1))).toEqual([second.id])
    })

    const answered = async (platform: string): Promise<ChatEvent> => {
      const event = message()
      await one().accept(arrivalOf(event, platform))
      await one().take(platform, 1)
      await one().answered(event, saying('done'))
      return event
    }
  })
}
