import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Speaker } from '../../bot/event.ts'
import { CODE_ALPHABET, CODE_PURPOSES, TRIES, TRIES_MINUTES, type CodePurpose } from '../../bot/firms/codes.ts'
import type { Visitor } from '../../bot/firms/firm.ts'
import type { Codes, Firms } from '../../bot/ports.ts'

export type OpenFirms = Readonly<{ firms: Firms; codes: Codes; close(): Promise<void> }>

const NOON = new Date('2027-02-02T03:00:00Z')
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)

export const somebody = (workspace = `test:${randomUUID()}`, standing: Speaker['standing'] = 'member'): Speaker => ({
  workspace,
  person: `${workspace}:${randomUUID()}`,
  name: '花子',
  standing,
  place: 'private',
})

/** What every keeper of firms and codes keeps to. */
export function firmsContract(name: string, open: () => Promise<OpenFirms>): void {
  let opened: OpenFirms
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  const welcome = async (speaker: Speaker): Promise<Visitor> => {
    const visitor = await opened.firms.welcome(speaker)
    if (visitor === undefined) throw new Error(`${speaker.person} was not welcomed`)
    return visitor
  }
  const issue = ({ firm, member }: Visitor, purpose: CodePurpose = 'manager') =>
    opened.codes.issue({ purpose, firm: firm.id, member: member.id, at: NOON, minutes: 10 })
  const redeem = (code: string, speaker: Speaker, at = NOON) => opened.codes.redeem({ code, speaker, at })
  const written = (visitor: Visitor, item: string) =>
    opened.firms.room(visitor.firm.id).append({
      event: randomUUID(),
      by: visitor.member.id,
      at: NOON,
      done: [{ kind: 'answered', item, revision: '1-00000000', answer: { status: 'done' } }],
    })

  describe(`welcome: ${name}`, () => {
    it('writes a new workspace and person down once, as staff, however many ask at the same time', async () => {
      const speaker = somebody()
      const visitors = await Promise.all(Array.from({ length: 10 }, () => welcome(speaker)))
      expect(new Set(visitors.map(({ firm, member }) => `${firm.id} ${member.id}`)).size).toBe(1)
      expect(visitors[0]).toMatchObject({
        firm: { name: '', profile: {}, settings: {} },
        member: { name: '花子', roles: ['staff'], left: false },
      })
    })

    it('gives two people of one workspace one firm, and two workspaces two', async () => {
      const [hana, ken, elsewhere] = [somebody('test:w1'), somebody('test:w1'), somebody()]
      const firms = [await welcome(hana), await welcome(ken), await welcome(elsewhere)].map(({ firm }) => firm.id)
      expect(firms[0]).toBe(firms[1])
      expect(firms[0]).not.toBe(firms[2])
    })

    it('knows no guest, and takes the owner of the computer for a manager', async () => {
      expect(await opened.firms.welcome(somebody(undefined, 'guest'))).toBeUndefined()
      expect((await welcome(somebody(undefined, 'owner'))).member.roles).toEqual(['manager'])
    })
  })

  describe(`a firm’s room: ${name}`, () => {
    it('shows what was changed in it, and nothing of it in another firm’s', async () => {
      const [mine, other] = [await welcome(somebody()), await welcome(somebody())]
      const room = opened.firms.room(mine.firm.id)
      const firm = await room.changeFirm((before) => ({
        ...before,
        name: '見本製作所',
        profile: { outsourcing: true, size: '6-20', requests: [{ who: 'A社', what: '★3', by: '2027-03-31' }] },
        settings: { keepsQuestions: false, onboarding: 'customers' },
      }))
      await room.changeMember(mine.member.id, (before) => ({ ...before, name: 'Hana', lang: 'en', reads: 'newcomer' }))
      await written(mine, 'CK-01')
      const [member] = await room.members()
      expect(firm).toMatchObject({ id: mine.firm.id, name: '見本製作所', profile: { outsourcing: true } })
      expect(member).toMatchObject({ id: mine.member.id, name: 'Hana', lang: 'en', reads: 'newcomer' })
      const elsewhere = opened.firms.room(other.firm.id)
      expect(await elsewhere.members()).toEqual([other.member])
      expect(await elsewhere.log()).toEqual([])
      expect(await elsewhere.changeMember(mine.member.id, (before) => ({ ...before, name: 'X' }))).toBeUndefined()
      expect(await room.members()).toEqual([member])
    })

    it('loses none of 20 changes made at the same time', async () => {
      const { firm } = await welcome(somebody())
      const room = opened.firms.room(firm.id)
      const add = (n: number) =>
        room.changeFirm((before) => ({
          ...before,
          profile: {
            ...before.profile,
            requests: [...(before.profile.requests ?? []), { who: String(n), what: 'x' }],
          },
        }))
      await Promise.all(Array.from({ length: 20 }, (_, n) => add(n)))
      const after = await room.changeFirm((before) => before)
      expect(after.profile.requests?.map(({ who }) => Number(who)).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, n) => n),
      )
    })

    it('forgets the accounts of a member whose name is emptied, and keeps the place in the history', async () => {
      const speaker = somebody()
      const visitor = await welcome(speaker)
      await written(visitor, 'CK-02')
      const room = opened.firms.room(visitor.firm.id)
      await room.changeMember(visitor.member.id, (before) => ({ ...before, name: '', left: true }))
      expect((await welcome(speaker)).member.id).not.toBe(visitor.member.id)
      expect((await room.log()).map(({ by }) => by)).toEqual([visitor.member.id])
      expect((await room.members())[0]).toMatchObject({ id: visitor.member.id, name: '', left: true })
    })

    it('is really gone once the firm is erased, and the others stay', async () => {
      const [gone, stays] = [somebody(), somebody()]
      const [visitor, other] = [await welcome(gone), await welcome(stays)]
      for (const one of [visitor, other]) await written(one, 'CK-03')
      const code = await issue(visitor)
      expect(await opened.firms.erase(visitor.firm.id)).toMatchObject({ members: 1, entries: 1, codes: 1 })
      const anew = await welcome(gone)
      expect(anew.firm.id).not.toBe(visitor.firm.id)
      expect(await opened.firms.room(anew.firm.id).log()).toEqual([])
      expect(await redeem(code, gone)).toEqual({ kind: 'refused', because: 'unknown' })
      expect(await welcome(stays)).toEqual(other)
      expect(await opened.firms.room(other.firm.id).log()).toHaveLength(1)
    })
  })

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
      const next = await opened.codes.issue({ purpose: 'manager', firm: visitor.firm.id, at: NOON, minutes: 60 })
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
      const room = opened.firms.room(first.firm.id)
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
      const [seen, ...more] = await opened.firms.supportedBy(adviser)
      expect(more).toEqual([])
      expect(seen).toMatchObject({ firm: { id: home.firm.id }, member: { name: '花子', roles: ['supporter'] } })
      expect(await opened.firms.supportedBy(manager)).toEqual([])
      expect(await welcome(adviser)).toEqual(own)
      const end = seen?.member.id ?? ''
      await opened.firms.room(home.firm.id).changeMember(end, (before) => ({ ...before, left: true }))
      expect(await opened.firms.supportedBy(adviser)).toEqual([])
      await redeem(await issue(home, 'supporter'), adviser)
      expect(await opened.firms.supportedBy(adviser)).toHaveLength(1)
      expect(
        (await opened.firms.room(home.firm.id).members()).filter(({ roles }) => roles[0] === 'supporter'),
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
          const room = opened.firms.room(other.firm.id)
          expect(await welcome(bystander)).toEqual(other)
          expect([await room.members(), (await room.log()).length]).toEqual([[other.member], 1])
        }),
        { numRuns: 12 },
      )
    })
  })
}
