import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesContract } from './codes.ts'
import { actsIn, somebody, type OpenFirms } from './open-firms.ts'

/** What every keeper of firms and codes keeps to. */
export function firmsContract(name: string, open: () => Promise<OpenFirms>): void {
  let opened: OpenFirms
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  const { welcome, issue, redeem, written } = actsIn(() => opened)

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

  describe(`a whole firm: ${name}`, () => {
    it('comes back as it was under its own id once it was erased, and a code leads a workspace to it', async () => {
      const speaker = somebody()
      const visitor = await welcome(speaker)
      const room = opened.firms.room(visitor.firm.id)
      await room.changeFirm((before) => ({ ...before, name: '見本製作所' }))
      for (const item of ['CK-07', 'CK-08']) await written(visitor, item)
      const firm = await opened.firms.find(visitor.firm.id)
      if (firm === undefined) throw new Error('the firm is gone')
      const whole = { firm, members: await room.members(), log: await room.log() }
      await expect(opened.firms.restore(whole)).rejects.toThrow('there already')
      await opened.firms.erase(firm.id)
      expect(await opened.firms.find(firm.id)).toBeUndefined()
      await opened.firms.restore(whole)
      expect(await opened.firms.find(firm.id)).toEqual(firm)
      expect(await room.members()).toEqual(whole.members)
      expect(await room.log()).toEqual(whole.log)
      await written(visitor, 'CK-09')
      expect((await room.log()).map(({ seq }) => seq)).toEqual([1, 2, 3])
      const code = await issue(visitor, 'workspace')
      await redeem(code, speaker)
      expect((await welcome(speaker)).member.id).toBe(visitor.member.id)
    })
  })

  codesContract(name, () => opened)
}
