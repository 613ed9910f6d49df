import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChatEvent } from '../../bot/event.ts'
import type { Inbox } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { anyText, asStored, eventIn, message, messageIn, replyArbitrary, saying } from './turns.ts'

/** One inbox and the processes that have it open. */
type OpenInbox = Readonly<{
  /** As seen by each process, at least one. */
  inboxes(): readonly Inbox[]
  /** As found by the next process, when all that had it open died and everything they had begun has run out. */
  afterCrash(): Promise<Inbox>
  close(): Promise<void>
}>

/** What every inbox keeps to. */
export function inboxContract(name: string, open: () => Promise<OpenInbox>): void {
  describe(`the inbox: ${name}`, () => {
    let opened: OpenInbox
    const inbox = (turn = 0): Inbox => {
      const all = opened.inboxes()
      const chosen = all[turn % all.length]
      if (chosen === undefined) throw new Error('open() must give at least one inbox')
      return chosen
    }
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    it('lets exactly one of 20 racers have a new event', async () => {
      const event = message()
      const answers = await Promise.all(racers((turn) => inbox(turn).record(event)))
      expect(answers.toSorted()).toEqual(['new', ...others('underway')])
    })

    it('answers every later record with the reply, once there is one', async () => {
      const event = message()
      await inbox().record(event)
      await inbox().finish(event, saying('done'))
      expect(await Promise.all(racers((turn) => inbox(turn).record(event)))).toEqual(Array(20).fill(saying('done')))
    })

    it('lets the next one have an event that was abandoned, but not a finished one', async () => {
      const [open, finished] = [message(), message()]
      for (const event of [open, finished]) await inbox(0).record(event)
      await inbox(0).finish(finished, saying('done'))
      for (const event of [open, finished]) await inbox(0).abandon(event)
      expect(await inbox(1).record(open)).toBe('new')
      expect(await inbox(1).record(finished)).toEqual(saying('done'))
    })

    it('keeps the first of two replies', async () => {
      const event = message()
      await inbox(0).record(event)
      await inbox(0).finish(event, saying('first'))
      await inbox(1).finish(event, saying('second'))
      expect(await inbox().record(event)).toEqual(saying('first'))
    })

    it('keeps one of 20 replies that arrive together, and tells everybody the same one', async () => {
      const event = message()
      await inbox().record(event)
      await Promise.all(racers((turn) => inbox(turn).finish(event, saying(`reply ${turn}`))))
      const answers = await Promise.all(racers((turn) => inbox(turn).record(event)))
      expect(racers((turn) => saying(`reply ${turn}`))).toContainEqual(answers[0])
      expect(answers).toEqual(Array(20).fill(answers[0]))
    })

    it('keeps a reply to an event that nobody recorded', async () => {
      const event = message()
      await inbox().finish(event, saying('kept'))
      expect(await inbox().record(event)).toEqual(saying('kept'))
    })

    it('lists the turns of one thread only, and only finished ones', async () => {
      const [first, unfinished] = [message(), message()]
      const [second, elsewhere] = [messageIn(first.thread), message()]
      for (const event of [first, { ...unfinished, thread: first.thread }, second, elsewhere]) {
        await inbox().record(event)
      }
      for (const event of [second, first, elsewhere]) await inbox().finish(event, saying(event.id))
      expect(await inbox().thread(first.thread)).toEqual(
        [first, second].map((event) => ({ event, reply: saying(event.id) })),
      )
    })

    it('lists nothing for a thread nobody has heard of', async () => {
      expect(await inbox().thread('nobody:here')).toEqual([])
    })

    it('lists the latest 50 turns, oldest first', async () => {
      const { thread } = message()
      const events = Array.from({ length: 53 }, () => messageIn(thread))
      for (const [turn, event] of events.entries()) {
        await inbox(turn).record(event)
        await inbox(turn).finish(event, saying(event.id))
      }
      const turns = await inbox().thread(thread)
      expect(turns.map(({ event }) => event.id)).toEqual(events.slice(-50).map(({ id }) => id))
    })

    it('behaves like a table of first replies, whatever is asked in whatever order', async () => {
      const steps = fc.array(fc.record({ event: fc.nat(3), act: fc.constantFrom('record', 'finish'), turn: fc.nat(9) }))
      await fc.assert(
        fc.asyncProperty(steps, async (plan) => {
          const events = [message(), message(), message(), message()]
          const known = new Map<ChatEvent, Reply | 'underway'>()
          for (const { event: index, act, turn } of plan) {
            const event = events[index] ?? message()
            const before = known.get(event)
            if (act === 'record') {
              expect(await inbox(turn).record(event)).toEqual(before ?? 'new')
              known.set(event, before ?? 'underway')
            } else {
              await inbox(turn).finish(event, saying(`reply ${turn}`))
              if (before === undefined || before === 'underway') known.set(event, saying(`reply ${turn}`))
            }
          }
        }),
        { numRuns: 30 },
      )
    })

    it('gives back any event and any reply, with � for what is not a character', async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), replyArbitrary, async (g, reply) => {
          const event = g(eventIn, message().thread + g(() => anyText))
          expect(await inbox().record(event)).toBe('new')
          await inbox().finish(event, reply)
          expect(await inbox().record(event)).toEqual(asStored(reply))
          expect(await inbox().thread(event.thread)).toEqual([{ event: asStored(event), reply: asStored(reply) }])
        }),
        { numRuns: 60 },
      )
    })

    it('tells events and threads apart that differ only in what is not a character', async () => {
      const event = message()
      const ids = ['\u{0}', '\u{FFFD}', '\uD800', '\uD801', '\uDC00', '\\u0000', '\\ud800', '😀'].map(
        (end) => event.id + end,
      )
      for (const id of ids) {
        const alike = { ...event, id, thread: id }
        expect(await inbox().record(alike)).toBe('new')
        await inbox().finish(alike, saying(id.toWellFormed()))
      }
      for (const id of ids) expect(await inbox().thread(id)).toHaveLength(1)
    })

    it('hands an event whose worker died to exactly one of 20 racers, and a finished one to nobody', async () => {
      const [begun, done] = [message(), message()]
      for (const event of [begun, done]) await inbox().record(event)
      await inbox().finish(done, saying('done'))
      const next = await opened.afterCrash()
      expect((await Promise.all(racers(() => next.record(begun)))).toSorted()).toEqual(['new', ...others('underway')])
      expect(await next.record(done)).toEqual(saying('done'))
    })

    it('says of an event that ended its worker three times that it is set aside, unless it was given back in between', async () => {
      const [deadly, flaky] = [message(), message()]
      let next = inbox()
      for (let take = 1; take <= MOST_TAKES; take += 1) {
        expect(await next.record(deadly)).toBe('new')
        expect(await next.record(flaky)).toBe('new')
        if (take === 2) await next.abandon(flaky)
        next = await opened.afterCrash()
      }
      expect(await next.record(deadly)).toBe('set_aside')
      expect(await next.record(deadly)).toBe('underway')
      expect(await next.record(flaky)).toBe('new')
      await next.finish(deadly, saying('set aside'))
      expect(await next.record(deadly)).toEqual(saying('set aside'))
    })

    it('keeps the reply of a worker who was thought dead but was first', async () => {
      const event = message()
      await inbox().record(event)
      const next = await opened.afterCrash()
      expect(await next.record(event)).toBe('new')
      await inbox().finish(event, saying('slow but first'))
      await next.finish(event, saying('taken over'))
      expect(await next.record(event)).toEqual(saying('slow but first'))
    })
  })
}

const RACERS = 20
const racers = <T>(run: (turn: number) => T): T[] => Array.from({ length: RACERS }, (_, turn) => run(turn))
const others = (answer: string): string[] => Array.from({ length: RACERS - 1 }, () => answer)
