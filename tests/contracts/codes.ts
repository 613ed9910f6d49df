import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../bot/event.ts'
import { CODE_ALPHABET, CODE_PURPOSES, TRIES, TRIES_MINUTES } from '../../bot/firms/codes.ts'
import { actsIn, later, NOON, somebody, type OpenFirms } from './open-firms.ts'

/** What every keeper of codes keeps to. */
export function codesContract(name: string, open: () => OpenFirms): void {
  const { welcome, issue, redeem, written } = actsIn(open)

  describe(`a code: ${name}`, () => {
    it('is eight letters and digits that look like no others, and may be typed in any spelling', async () => {
      const speaker = somebody()
      const code = await issue(await welcome(speaker))
      expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`, 'u'))
      const typed = ` ${code.toLowerCase().replace('-', '　').replaceAll('0', 'o').replaceAll('1', 'ｌ')}`
      expect(await redeem(typed, speaker)).toMatchObject({
        kind: 'granted',
        visitor: { member: { roles: ['staff', 'manager'] } },
      })
      expect((await welcome(speaker)).member.roles).toEqual(['staff', 'manager'])
    })

    it('goes to exactly one of 20 who enter it at the same time', async () => {
      const people = Array.from({ length: 20 }, () => somebody('test:racers'))
      const visitors = await Promise.all(people.map(welcome))
      const code = await issue(visitors[0] ?? (await welcome(somebody())))
      const outcomes = await Promise.all(people.map((person) => redeem(code, person)))
      expect(outcomes.filter(({ kind }) => kind === 'granted')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome.kind === 'refused' && outcome.because === 'used')).toHaveLength(19)
    })

    it('is refused when it is wrong, old, used, or another firm’s, and is good still for whom it was made', async () => {
      const [speaker, stranger] = [somebody(), somebody()]
      const visitor = await welcome(speaker)
      await welcome(stranger)
      const code = await issue(visitor)
      const reason = async (typed: string, who: Speaker, at?: Date) => {
        const outcome = await redeem(typed, who, at)
        return outcome.kind === 'refused' ? outcome.because : 'granted'
      }
      expect(await reason('ZZZZ-ZZZZ', speaker)).toBe('unknown')
      expect(await reason('', speaker)).toBe('unknown')
      expect(await reason(code, stranger)).toBe('other_firm')
      expect(await reason(code, speaker, later(10))).toBe('expired')
      expect(await reason(code, speaker, later(9.9))).toBe('granted')
      expect(await reason(code, speaker)).toBe('used')
      expect((await welcome(stranger)).member.roles).toEqual(['staff'])
    })

    it('works no longer once a newer one is made for the same', async () => {
      const speaker = somebody()
      const visitor = await welcome(speaker)
      const [older, newer] = [await issue(visitor), await issue(visitor)]
      expect(await redeem(older, speaker)).toMatchObject({ because: 'unknown' })
      expect(await redeem(newer, speaker)).toMatchObject({ kind: 'granted' })
    })

    it('may be guessed at so often and no more, by one person, for a while', async () => {
      const [guesser, other] = [somebody('test:guess'), somebody('test:guess')]
      const visitor = await welcome(guesser)
      await welcome(other)
      const code = await issue(visitor)
      for (let n = 0; n < TRIES; n++) await redeem(`0000-000${n}`, guesser)
      expect(await redeem(code, guesser)).toEqual({ kind: 'refused', because: 'too_many' })
      expect(await redeem(code, other)).toMatchObject({ kind: 'granted' })
      const next = await open().codes.issue({ purpose: 'manager', firm: visitor.firm.id, at: NOON, minutes: 60 })
      expect(await redeem(next, guesser, later(TRIES_MINUTES))).toMatchObject({ kind: 'granted' })
    })

    it('makes two accounts of one workspace one member, with the history and roles of both', async () => {
      const [slack, teams] = [somebody('test:two'), somebody('test:two')]
      const [first, second] = [await welcome(slack), await welcome(teams)]
      await written(second, 'CK-04')
      await redeem(await issue(second), teams)
      await redeem(await issue(first, 'link'), teams)
      const now = await welcome(teams)
      expect(now.member).toEqual((await welcome(slack)).member)
      expect(now.member).toMatchObject({ id: first.member.id, roles: ['staff', 'manager'] })
      const room = open().firms.room(first.firm.id)
      expect((await room.members()).find(({ id }) => id === second.member.id)).toMatchObject({ is: first.member.id })
      expect((await room.log()).map(({ by }) => by)).toEqual([second.member.id])
    })

    it('joins a second workspace to the firm as long as that keeps nothing of its own', async () => {
      const [slack, teams, busy] = [somebody(), somebody(), somebody()]
      const [home, , taken] = [await welcome(slack), await welcome(teams), await welcome(busy)]
      await written(taken, 'CK-05')
      const code = await issue(home, 'workspace')
      expect(await redeem(code, busy)).toMatchObject({ because: 'in_use' })
      expect(await redeem(code, teams)).toMatchObject({ kind: 'granted', visitor: { member: { id: home.member.id } } })
      expect(await welcome(teams)).toEqual(await welcome(slack))
      expect((await welcome(somebody(teams.workspace))).firm.id).toBe(home.firm.id)
      expect((await welcome(busy)).firm.id).toBe(taken.firm.id)
    })

    it('lets a supporter see the firm that made it, until that ends, and nobody of the firm itself', async () => {
      const [manager, adviser] = [somebody(), somebody()]
      const [home, own] = [await welcome(manager), await welcome(adviser)]
      const code = await issue(home, 'supporter')
      expect(await redeem(code, manager)).toMatchObject({ because: 'own_firm' })
      await redeem(code, adviser)
      const [seen, ...more] = await open().firms.supportedBy(adviser)
      expect(more).toEqual([])
      expect(seen).toMatchObject({ firm: { id: home.firm.id }, member: { name: '花子', roles: ['supporter'] } })
      expect(await open().firms.supportedBy(manager)).toEqual([])
      expect(await welcome(adviser)).toEqual(own)
      const end = seen?.member.id ?? ''
      await open()
        .firms.room(home.firm.id)
        .changeMember(end, (before) => ({ ...before, left: true }))
      expect(await open().firms.supportedBy(adviser)).toEqual([])
      await redeem(await issue(home, 'supporter'), adviser)
      expect(await open().firms.supportedBy(adviser)).toHaveLength(1)
      expect(
        (await open().firms.room(home.firm.id).members()).filter(({ roles }) => roles[0] === 'supporter'),
      ).toHaveLength(1)
    })

    it('changes nothing outside the firm it was made for, whoever enters it', async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...CODE_PURPOSES), fc.boolean(), async (purpose, inside) => {
          const [maker, bystander] = [somebody(), somebody()]
          const [home, other] = [await welcome(maker), await welcome(bystander)]
          await written(other, 'CK-06')
          const entering = inside ? somebody(maker.workspace) : somebody()
          await welcome(entering)
          await redeem(await issue(home, purpose), entering)
          const room = open().firms.room(other.firm.id)
          expect(await welcome(bystander)).toEqual(other)
          expect([await room.members(), (await room.log()).length]).toEqual([[other.member], 1])
        }),
        { numRuns: 12 },
      )
    })
  })
}
