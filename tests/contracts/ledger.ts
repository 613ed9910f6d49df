import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_TRIES, type Ledger, type Letter, type Settled, type Taken } from '../../bot/digest/ledger.ts'
import { NOTHING_DUE, telling } from './telling.ts'
import type { OpenLedger, Reachable } from './open-ledger.ts'

const at = (day: number, minute = 0): Date => new Date(Date.UTC(2027, 0, day, 1, minute))
const NOW = at(12)
const SENT: Settled = { kind: 'sent', corpus: 'corpus-1', hash: 'hash' }

const letterTo = ({ firm, member }: Reachable, changed: Partial<Letter> = {}): Letter => ({
  firm,
  kind: 'week',
  period: '2027-W02',
  recipient: member,
  at: NOW,
  instead: [],
  ...changed,
})

/** What every ledger keeps to. */
export function ledgerContract(name: string, open: () => Promise<OpenLedger>): void {
  describe(`the ledger: ${name}`, () => {
    let opened: OpenLedger
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const each = (turn: number): Ledger => opened.ledgers()[turn % opened.ledgers().length] ?? opened.ledgers()[0]
    const one = (): Ledger => each(0)
    const planned = (letters: readonly Letter[], turn = 0) =>
      each(turn).planning.plan({ letters, turns: [], now: NOW, trouble: undefined })
    const linesOf = ({ firm }: Reachable) => one().record.sent(firm, 100)
    const idOf = async (who: Reachable, period = '2027-W02'): Promise<string> =>
      (await linesOf(who)).find((line) => line.period === period && line.recipient === who.member)?.id ?? ''

    async function inHand(who: Reachable, period = '2027-W02', now = NOW): Promise<Taken> {
      const taken = await one().sending.take(await idOf(who, period), now)
      if (taken === undefined) throw new Error('the letter was not to be had')
      return taken
    }
    async function plannedFor(): Promise<Reachable> {
      const who = await opened.somebody()
      await planned([letterTo(who)])
      return who
    }
    async function send(who: Reachable, period = '2027-W02'): Promise<void> {
      const taken = await inHand(who, period, at(28))
      await one().sending.posting(taken, who.way)
      await one().sending.posted(taken, `D1:${period}`)
      await one().sending.settle(taken, SENT, at(28))
    }

    it('writes a letter once, however many plan it', async () => {
      const who = await opened.somebody()
      const written = await Promise.all(Array.from({ length: 8 }, (_, turn) => planned([letterTo(who)], turn)))
      expect(written.reduce((sum, count) => sum + count, 0)).toBe(1)
      expect(await linesOf(who)).toMatchObject([{ kind: 'week', period: '2027-W02', at: NOW, state: 'planned' }])
    })

    it('writes nothing for somebody who is not of the firm', async () => {
      const [who, stranger] = [await opened.somebody(), await opened.somebody()]
      expect(await planned([{ ...letterTo(who), recipient: stranger.member }])).toBe(0)
    })

    it('names what is due and nothing that is not yet', async () => {
      const who = await opened.somebody()
      await planned([letterTo(who), letterTo(who, { kind: 'month', period: '2026-12', at: at(12, 30) })])
      const id = await idOf(who)
      expect(await one().planning.due(NOW, 1_000)).toContain(id)
      expect(await one().planning.due(at(11), 1_000)).not.toContain(id)
      expect(await one().sending.take(id, at(11))).toBeUndefined()
      expect(await one().planning.due(NOW, 1_000)).not.toContain(await idOf(who, '2026-12'))
    })

    it('remembers up to when a firm was planned, and when the planner last ran', async () => {
      const { firm } = await opened.somebody()
      const turn = { firm, schedule: '2 10:00 Asia/Tokyo', after: at(5) }
      await one().planning.plan({ letters: [], turns: [turn], now: NOW, trouble: 'firm-9: no such time zone' })
      const found = (await each(1).planning.firms()).find((each) => each.firm.id === firm)
      expect(found?.turn).toEqual(turn)
      expect(await each(1).planning.lastRun()).toEqual({ at: NOW, letters: 0, trouble: 'firm-9: no such time zone' })
    })

    it('hands a letter to exactly one of many takers, with every way to its recipient', async () => {
      const who = await plannedFor()
      const id = await idOf(who)
      const taken = await Promise.all(Array.from({ length: 12 }, (_, turn) => each(turn).sending.take(id, NOW)))
      expect(taken.filter((one) => one !== undefined)).toMatchObject([
        { ...letterTo(who), id, stub: undefined, ways: [{ ...who.way, broken: undefined }], previous: undefined },
      ])
      expect(await one().planning.due(NOW, 1_000)).not.toContain(id)
    })

    it('shows a way that the platform refuses as what it is', async () => {
      const who = await opened.colleague(await opened.somebody())
      await planned([letterTo(who)])
      expect((await inHand(who)).ways).toMatchObject([{ person: who.way.person, broken: 'user_not_found' }])
    })

    it('hands a letter out again when its taker died before posting', async () => {
      const who = await plannedFor()
      await inHand(who)
      expect(await each(1).sending.take(await idOf(who), NOW)).toBeUndefined()
      await opened.later()
      expect(await one().planning.due(NOW, 1_000)).toContain(await idOf(who))
      expect(await each(1).sending.take(await idOf(who), NOW)).toMatchObject({ stub: undefined })
    })

    it('leaves a letter uncertain when its taker died while posting, and hands it to nobody', async () => {
      const who = await plannedFor()
      await one().sending.posting(await inHand(who), who.way)
      await opened.later()
      expect(await each(1).sending.take(await idOf(who), NOW)).toBeUndefined()
      expect(await each(1).sending.take(await idOf(who), at(20))).toBeUndefined()
      expect(await linesOf(who)).toMatchObject([{ state: 'uncertain', reason: 'its sender ended while posting it' }])
    })

    it('hands out where the stub stands when its taker died before filling it', async () => {
      const who = await plannedFor()
      const taken = await inHand(who)
      await one().sending.posting(taken, who.way)
      expect(await one().sending.posted(taken, 'D1:17.5')).toBe(true)
      await opened.later()
      const { platform, address } = who.way
      expect(await inHand(who)).toMatchObject({ stub: { platform, address, message: 'D1:17.5' } })
    })

    it('believes a slow sender who knows what became of the stub', async () => {
      const who = await plannedFor()
      const slow = await inHand(who)
      await one().sending.posting(slow, who.way)
      await opened.later()
      await each(1).sending.take(slow.id, NOW)
      expect(await one().sending.posted(slow, 'D1:17.5')).toBe(true)
      await one().sending.settle(slow, SENT, NOW)
      expect(await linesOf(who)).toMatchObject([{ state: 'sent' }])
    })

    it('lets go of whoever was too slow', async () => {
      const who = await plannedFor()
      const slow = await inHand(who)
      await opened.later()
      const next = await inHand(who)
      expect(await one().sending.posting(slow, who.way)).toBe(false)
      expect(await one().sending.posted(slow, 'D1:1')).toBe(false)
      await one().sending.settle(slow, { kind: 'failed', reason: 'slow' }, NOW)
      expect(await linesOf(who)).toMatchObject([{ state: 'sending' }])
      expect(await one().sending.posting(next, who.way)).toBe(true)
    })

    it('keeps what was told first, for every recipient of the firm', async () => {
      const who = await opened.somebody()
      const other = await opened.colleague(who)
      await planned([letterTo(who), letterTo(other)])
      const first = await one().sending.keep(await inHand(who), telling('パン工房'))
      expect(await each(1).sending.keep(await inHand(other), telling('別'))).toEqual(first)
      expect(first.data).toEqual(telling('パン工房'))
      expect(await one().archive.told(letterTo(other))).toEqual(first)
    })

    it('keeps a reminder for its recipient alone', async () => {
      const who = await opened.somebody()
      const other = await opened.colleague(who)
      await planned([letterTo(who, { kind: 'day', period: '2027-01-12' })])
      await one().sending.keep(await inHand(who, '2027-01-12'), NOTHING_DUE)
      const reminder = { firm: who.firm, kind: 'day', period: '2027-01-12' } as const
      expect(await one().archive.told({ ...reminder, recipient: who.member })).toMatchObject({ data: NOTHING_DUE })
      expect(await one().archive.told({ ...reminder, recipient: other.member })).toBeUndefined()
    })

    it('tries again when the platform asked to wait, and not before', async () => {
      const who = await plannedFor()
      await one().sending.settle(await inHand(who), { kind: 'later', seconds: 90, reason: 'rate limited' }, NOW)
      expect(await one().sending.take(await idOf(who), at(12, 1))).toBeUndefined()
      expect(await one().sending.take(await idOf(who), at(12, 3))).toBeDefined()
    })

    it('gives up after so many tries and lists the letter', async () => {
      const who = await plannedFor()
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        expect(await linesOf(who)).toMatchObject([{ state: 'planned' }])
        const now = at(12 + 2 * tries)
        await one().sending.settle(
          await inHand(who, '2027-W02', now),
          { kind: 'later', seconds: 1, reason: 'HTTP 503' },
          now,
        )
      }
      expect(await linesOf(who)).toMatchObject([{ state: 'failed', reason: 'HTTP 503', tries: MOST_TRIES }])
    })

    it('lists what needs a person, and sends it again only when one says so', async () => {
      const who = await plannedFor()
      await one().sending.posting(await inHand(who), who.way)
      await opened.later()
      const id = await idOf(who)
      await one().sending.take(id, NOW)
      expect(await one().record.stuck(1_000)).toContainEqual(expect.objectContaining({ id, state: 'uncertain' }))
      expect(await one().record.resend(id, at(13))).toMatchObject({ id, state: 'planned' })
      expect(await one().record.resend(id, at(13))).toBeUndefined()
      expect(await one().record.stuck(1_000)).not.toContainEqual(expect.objectContaining({ id }))
      expect(await one().sending.take(id, at(13))).toMatchObject({ stub: undefined })
    })

    it('hands a letter that is sent again out with the stub that is known to be there', async () => {
      const who = await plannedFor()
      const taken = await inHand(who)
      await one().sending.posting(taken, who.way)
      await one().sending.posted(taken, 'D1:5')
      await one().sending.settle(taken, { kind: 'failed', reason: 'gone' }, NOW)
      await one().record.resend(taken.id, NOW)
      expect(await inHand(who)).toMatchObject({ stub: { message: 'D1:5' }, tries: 1 })
    })

    it('lets a sender who comes back late touch nothing of a letter that is sent again', async () => {
      const who = await plannedFor()
      const late = await inHand(who)
      await one().sending.posting(late, who.way)
      await opened.later()
      await one().sending.take(late.id, NOW)
      await one().record.resend(late.id, NOW)
      expect(await one().sending.posted(late, 'D1:1')).toBe(false)
      expect(await linesOf(who)).toMatchObject([{ state: 'planned' }])
    })

    it('leaves out what nobody began to send when a later one is planned', async () => {
      const who = await plannedFor()
      await planned([letterTo(who, { period: '2027-W03', at: at(19), instead: ['2027-W02'] })])
      expect(await linesOf(who)).toMatchObject([
        { period: '2027-W03', state: 'planned' },
        { period: '2027-W02', state: 'skipped', reason: 'superseded' },
      ])
      expect(await one().record.of(who.firm, letterTo(who))).toMatchObject([{ period: '2027-W02' }])
    })

    it('fills a stub that is out even when a later one is planned', async () => {
      const who = await plannedFor()
      const taken = await inHand(who)
      await one().sending.posting(taken, who.way)
      await one().sending.posted(taken, 'D1:1')
      await one().sending.settle(taken, { kind: 'later', seconds: 1, reason: 'HTTP 503' }, NOW)
      await planned([letterTo(who, { period: '2027-W03', at: at(19) })])
      expect(await inHand(who, '2027-W02', at(19))).toMatchObject({ stub: { message: 'D1:1' } })
    })

    it('says which letter the firm got before, and from which corpus', async () => {
      const who = await plannedFor()
      await send(who)
      await planned([letterTo(who, { period: '2027-W03', at: at(19) })])
      expect(await inHand(who, '2027-W03', at(19))).toMatchObject({ previous: { at: NOW, corpus: 'corpus-1' } })
      expect(await one().archive.latest(who.firm, 'week', at(19))).toMatchObject({ at: NOW, corpus: 'corpus-1' })
    })

    it('does not take one that was skipped for one that was got', async () => {
      const who = await plannedFor()
      await one().sending.settle(await inHand(who), { kind: 'skipped', because: 'quiet' }, NOW)
      expect(await linesOf(who)).toMatchObject([{ state: 'skipped', reason: 'quiet', settled: NOW }])
      await planned([letterTo(who, { period: '2027-W03', at: at(19) })])
      expect(await inHand(who, '2027-W03', at(19))).toMatchObject({ previous: undefined })
    })

    it('counts letters by how they stand', async () => {
      const before = await one().record.counts()
      await plannedFor()
      expect(await one().record.counts()).toEqual({ ...before, planned: before.planned + 1 })
    })

    it('has nothing of a firm that was deleted', async () => {
      const who = await plannedFor()
      const taken = await inHand(who)
      await one().sending.keep(taken, telling('なくなる会社'))
      await opened.erase(who.firm)
      expect(await linesOf(who)).toEqual([])
      expect(await one().archive.told(letterTo(who))).toBeUndefined()
      expect(await one().sending.posting(taken, who.way)).toBe(false)
      expect(await planned([letterTo(who)])).toBe(0)
    })
  })
}
