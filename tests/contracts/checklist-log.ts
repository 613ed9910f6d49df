import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Done } from '../../bot/checklist/log.ts'
import type { FirmRoom, Firms } from '../../bot/ports.ts'
import { about, answered, doing } from './doings.ts'
import { somebody } from './open-firms.ts'
import { anyText, asStored } from './turns.ts'

/** The firms and the processes that have them open. */
type OpenFirms = Readonly<{
  /** As seen by each process, at least one. */
  firms(): readonly Firms[]
  /** As found by the next process when all others have ended. */
  afterRestart(): Promise<Firms>
  close(): Promise<void>
}>

/** What every keeper of checklist logs keeps to, under load and over restarts. */
export function checklistLogContract(name: string, open: () => Promise<OpenFirms>): void {
  describe(`the checklist log: ${name}`, () => {
    let opened: OpenFirms
    const firms = (turn = 0): Firms => {
      const all = opened.firms()
      const chosen = all[turn % all.length]
      if (chosen === undefined) throw new Error('open() must give at least one')
      return chosen
    }
    const founded = async (): Promise<string> => {
      const visitor = await firms().welcome(somebody())
      if (visitor === undefined) throw new Error('not welcome')
      return visitor.firm.id
    }
    const room = (firm: string, turn = 0): FirmRoom => firms(turn).room(firm)
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    it('gives back what was written, in order and counted from 1', async () => {
      const firm = await founded()
      const [first, second] = [doing(answered('CK-01'), answered('CK-02')), doing({ kind: 'undone', undoes: 2 })]
      const written = [await room(firm).append(first), await room(firm, 1).append(second)]
      expect(await room(firm).log()).toEqual(written.flat())
      const at = '2026-01-02T03:04:05.678Z'
      expect(written.flat()).toEqual([
        { seq: 1, at, by: 'm1', event: first.event, done: answered('CK-01') },
        { seq: 2, at, by: 'm1', event: first.event, done: answered('CK-02') },
        { seq: 3, at, by: 'm1', event: second.event, done: { kind: 'undone', undoes: 2 } },
      ])
    })

    it('writes an event once however often it comes, and answers what was written the first time', async () => {
      const firm = await founded()
      const writing = doing(answered('CK-01'), answered('CK-02'))
      const answers = await Promise.all(racers((turn) => room(firm, turn).append(writing)))
      const log = await room(firm).log()
      expect(log.map(({ seq }) => seq)).toEqual([1, 2])
      expect(answers).toEqual(Array(20).fill(log))
      expect(await room(firm).append({ ...writing, by: 'm2', done: [answered('CK-09')] })).toEqual(log)
    })

    it('counts without a gap when 20 people write at once', async () => {
      const firm = await founded()
      const answers = await Promise.all(racers((turn) => room(firm, turn).append(doing(answered(`CK-${turn}`)))))
      const log = await room(firm).log()
      expect(log.map(({ seq }) => seq)).toEqual(racers((turn) => turn + 1))
      expect(answers.flat().toSorted((one, other) => one.seq - other.seq)).toEqual(log)
    })

    it('writes nothing when nothing was done, and nothing for a firm that is not there', async () => {
      const firm = await founded()
      expect(await room(firm).append(doing())).toEqual([])
      expect(await room(firm).log()).toEqual([])
      await expect(room('nobody').append(doing(answered('CK-01')))).rejects.toThrow('There is no firm nobody')
    })

    it('keeps each firm’s log apart, whatever two firms do in whatever order, with the same events', async () => {
      const step = fc.record({
        firm: fc.nat(1),
        event: fc.nat(5),
        size: fc.integer({ min: 1, max: 3 }),
        turn: fc.nat(9),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
          const both = [await founded(), await founded()]
          const events = Array.from({ length: 6 }, () => doing().event)
          const acts = steps.map(({ firm, event, size, turn }) => ({
            firm: both[firm] ?? '',
            turn,
            writing: { ...doing(...Array<Done>(size).fill(answered(`CK-${firm}`))), event: events[event] ?? '' },
          }))
          await Promise.all(acts.map(({ firm, turn, writing }) => room(firm, turn).append(writing)))
          for (const [index, firm] of both.entries()) {
            const log = await room(firm).log()
            const own = acts.filter((act) => act.firm === firm)
            expect(log.map(({ seq }) => seq)).toEqual(log.map((_, before) => before + 1))
            expect(new Set(log.map(({ event }) => event))).toEqual(new Set(own.map(({ writing }) => writing.event)))
            for (const { done } of log) expect(done).toEqual(answered(`CK-${index}`))
          }
        }),
        { numRuns: 20 },
      )
    })

    it('gives back any event id and any note, with � for what is not a character', async () => {
      const firm = await founded()
      await fc.assert(
        fc.asyncProperty(anyText, anyText, async (end, text) => {
          const done: Done = { kind: 'noted', ...about('CK-01'), text }
          const writing = { ...doing(done), event: `${doing().event}${end}` }
          const [entry] = await room(firm).append(writing)
          expect(entry).toMatchObject({ event: writing.event, done: asStored(done) })
        }),
        { numRuns: 60 },
      )
    })

    it('finds everybody and everything again after a restart, and counts on', async () => {
      const hana = somebody()
      const before = await firms().welcome(hana)
      const firm = before?.firm.id ?? ''
      const written = await room(firm).append(doing(answered('CK-01')))
      const restarted = await opened.afterRestart()
      expect(await restarted.welcome(hana)).toEqual(before)
      expect(await restarted.room(firm).log()).toEqual(written)
      expect(await restarted.room(firm).append(doing(answered('CK-02')))).toMatchObject([{ seq: 2 }])
    })
  })
}

const racers = <T>(run: (turn: number) => T): T[] => Array.from({ length: 20 }, (_, turn) => run(turn))
