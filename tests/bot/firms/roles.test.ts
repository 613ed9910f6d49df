import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Action } from '../../../bot/action.ts'
import { ROLES, type Role } from '../../../bot/firms/firm.ts'
import { deedOf, mayDo } from '../../../bot/firms/permissions.ts'
import { buttonsOf, codeIn, formIn, openDesk, owner, person, textOf } from './desk.ts'

const HOME: Action = { kind: 'view', view: 'home' }

it('says who can, by name, when somebody may not', async () => {
  const { press } = openDesk()
  await press(owner('Yamada'), HOME)
  const reply = await press(person('Ken'), { kind: 'exports' })
  expect(textOf(reply)).toContain('Only a manager or administrator (Yamada) can do that.')
})

it('offers the code to whoever is refused where nobody is manager yet', async () => {
  const { press } = openDesk()
  const reply = await press(person('Ken'), { kind: 'firm_settings' })
  expect(textOf(reply)).toContain('Nobody is one yet')
  expect(buttonsOf(reply).map(({ action }) => action)).toEqual([{ kind: 'enter_code' }])
})

it('makes a manager of whoever enters the code that was printed at install, and of nobody else', async () => {
  const { press, visitor, codes, now } = openDesk()
  const [ken, mika] = [person('Ken'), person('Mika')]
  const { firm } = await visitor(ken)
  const code = await codes.issue({ purpose: 'manager', firm: firm.id, at: now.value, minutes: 60 })
  expect(textOf(await press(ken, { kind: 'redeem_code' }, { code }))).toContain('You’re now a manager')
  const again = await press(mika, { kind: 'redeem_code' }, { code })
  expect(formIn(again).fields).toMatchObject([
    { value: code, problem: expect.stringContaining('used already') as string },
  ])
  expect([(await visitor(ken)).member.roles, (await visitor(mika)).member.roles]).toEqual([
    ['staff', 'manager'],
    ['staff'],
  ])
})

it('refuses a code that is older than ten minutes', async () => {
  const { press, now } = openDesk()
  const code = codeIn(await press(owner('Yamada'), { kind: 'make_code', purpose: 'manager' }))
  now.value = new Date(now.value.getTime() + 10 * 60_000)
  expect(formIn(await press(person('Ken'), { kind: 'redeem_code' }, { code })).fields[0]?.problem).toContain('too old')
})

it('keeps a person on two platforms one member with one checklist', async () => {
  const { press, firms } = openDesk()
  const [slack, teams] = [owner('Yamada'), person('山田', 'teams:X')]
  await press(slack, { kind: 'answer', item: 'CK-02', status: 'done' })
  await press(teams, HOME)
  const code = codeIn(await press(slack, { kind: 'make_code', purpose: 'workspace' }))
  await press(teams, { kind: 'redeem_code' }, { code })
  await press(teams, { kind: 'answer', item: 'CK-03', status: 'done' })
  expect(await firms.welcome(teams)).toEqual(await firms.welcome(slack))
  const progress = (await press(slack, { kind: 'view', view: 'progress' })).blocks.find(
    ({ kind }) => kind === 'progress',
  )
  expect(progress).toMatchObject({ progress: { inPlace: 2 } })
})

it('shows a supporter the firm that let them in, lets them write nothing, and shows nothing once it has ended', async () => {
  const { press, firms, visitor } = openDesk()
  const [manager, adviser] = [owner('Yamada'), person('Adviser', 'slack:T9')]
  const { firm } = await visitor(manager)
  const there = (action: Extract<Action, { kind: 'supporting' }>['action']): Action => ({
    kind: 'supporting',
    firm: firm.id,
    action,
  })
  expect(textOf(await press(adviser, there({ kind: 'view', view: 'home' })))).toContain('You can’t look at that firm')
  const code = codeIn(await press(manager, { kind: 'make_code', purpose: 'supporter' }))
  await press(adviser, { kind: 'redeem_code' }, { code })
  expect(textOf(await press(adviser, { kind: 'portfolio' }))).toContain('answered 0 of')
  const home = await press(adviser, there({ kind: 'view', view: 'home' }))
  expect(home.shows).toBe(`firm:${firm.id}:home`)
  expect(buttonsOf(home).every(({ action }) => action.kind === 'supporting')).toBe(true)
  expect(textOf(await press(adviser, there({ kind: 'answer', item: 'CK-01', status: 'done' })))).toContain(
    'Only a member',
  )
  expect(await firms.room(firm.id).log()).toEqual([])
  const supporter = (await firms.supportedBy(adviser))[0]?.member.id ?? ''
  await press(manager, { kind: 'end_support', member: supporter, sure: true })
  expect(textOf(await press(adviser, there({ kind: 'view', view: 'home' })))).toContain('You can’t look at that firm')
})

it('shows and changes nothing of another firm, whoever presses whatever with whatever ids', async () => {
  const actions = fc.constantFrom<(id: string) => Action>(
    () => HOME,
    () => ({ kind: 'people' }),
    () => ({ kind: 'papers' }),
    () => ({ kind: 'portfolio' }),
    () => ({ kind: 'supporters' }),
    (member) => ({ kind: 'member', member }),
    (member) => ({ kind: 'save_member', member }),
    (member) => ({ kind: 'remove_member', member, sure: true }),
    (member) => ({ kind: 'forget_member', member, sure: true }),
    (member) => ({ kind: 'end_support', member, sure: true }),
    (firm) => ({ kind: 'supporting', firm, action: HOME }),
    (firm) => ({ kind: 'supporting', firm, action: { kind: 'papers' } }),
    (firm) => ({ kind: 'supporting', firm, action: { kind: 'confirm_erase' } }),
    () => ({ kind: 'save_profile', step: 'people' }),
    () => ({ kind: 'answer', item: 'CK-01', status: 'done' }),
    () => ({ kind: 'confirm_erase' }),
    () => ({ kind: 'clear_sample' }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(actions, fc.nat(2)), { minLength: 1, maxLength: 12 }), async (steps) => {
      const { press, firms, visitor } = openDesk()
      const [mine, theirs] = [owner('Secretarius', 'slack:A'), owner('Mallory', 'slack:B')]
      const home = await visitor(mine)
      const room = firms.room(home.firm.id)
      await room.changeFirm((before) => ({ ...before, name: 'Secret Works' }))
      await press(mine, { kind: 'answer', item: 'CK-09', status: 'dont_know' })
      const everything = async () => [await visitor(mine), await room.members(), await room.log()]
      const before = await everything()
      for (const [action, which] of steps) {
        const id = [home.firm.id, home.member.id, 'nobody'][which] ?? ''
        const reply = await press(theirs, action(id), { name: 'delete', roles: 'manager' })
        expect(textOf(reply)).not.toMatch(/Secret/u)
      }
      expect(await everything()).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

it('shows a guest nothing of a firm, whatever is pressed', async () => {
  const { press } = openDesk()
  await press(owner('Yamada'), HOME)
  const guest = person('Gast', 'slack:T1', 'guest')
  for (const action of [
    HOME,
    { kind: 'people' },
    { kind: 'papers' },
    { kind: 'portfolio' },
    { kind: 'redeem_code' },
  ] as const) {
    const { blocks } = await press(guest, action)
    expect(blocks.map(({ kind }) => kind)).toEqual(['notice'])
  }
})

it('offers nobody a button that they would be refused', async () => {
  const views: readonly Action[] = [
    HOME,
    { kind: 'people' },
    { kind: 'settings' },
    { kind: 'papers' },
    { kind: 'supporters' },
  ]
  const { press, firms, visitor } = openDesk()
  const hana = person('Hana')
  const { firm, member } = await visitor(hana)
  await fc.assert(
    fc.asyncProperty(fc.subarray([...ROLES], { minLength: 1 }), fc.constantFrom(...views), async (roles, view) => {
      await firms.room(firm.id).changeMember(member.id, (before) => ({ ...before, roles }))
      const reply = await press(hana, view)
      const refused = buttonsOf(reply).filter(({ action }) => !mayDo(roles, deedOf(action)))
      expect(refused).toEqual([])
    }),
  )
})

it('lets an administrator neither make nor remove a manager', async () => {
  const { press, firms, visitor } = openDesk()
  const [boss, admin] = [owner('Yamada'), person('Ken')]
  const [top, ken] = [await visitor(boss), await visitor(admin)]
  const give = async (roles: readonly Role[]) =>
    firms.room(ken.firm.id).changeMember(ken.member.id, (before) => ({ ...before, roles }))
  await give(['staff', 'admin'])
  const refusals = [
    await press(admin, { kind: 'save_member', member: ken.member.id }, { name: 'Ken', roles: 'manager\nadmin' }),
    await press(admin, { kind: 'remove_member', member: top.member.id, sure: true }),
    await press(admin, { kind: 'forget_member', member: top.member.id, sure: true }),
  ]
  for (const reply of refusals) expect(textOf(reply)).toContain('Only a manager (Yamada)')
  expect((await firms.room(ken.firm.id).members()).map(({ roles }) => roles)).toEqual([['manager'], ['staff', 'admin']])
})

it('never leaves a firm without a manager', async () => {
  const { press, visitor } = openDesk()
  const boss = owner('Yamada')
  const { member } = await visitor(boss)
  await press(boss, { kind: 'leave', sure: true })
  await press(boss, { kind: 'remove_member', member: member.id, sure: true })
  const reply = await press(boss, { kind: 'save_member', member: member.id }, { name: 'Yamada', roles: '' })
  expect(formIn(reply).fields[1]?.problem).toContain('without a manager')
  expect((await visitor(boss)).member).toEqual(member)
})

it('keeps what somebody did under the name they have now, after they left, and under none once it was deleted', async () => {
  const { press, visitor } = openDesk()
  const [boss, ken] = [owner('Yamada'), person('Ken')]
  await press(boss, HOME)
  await press(ken, { kind: 'answer', item: 'CK-02', status: 'done' })
  const { member, firm } = await visitor(ken)
  const history = async () => textOf(await press(boss, { kind: 'history', item: 'CK-02' }))
  await press(boss, { kind: 'save_member', member: member.id }, { name: 'Ken Sato', roles: 'staff' })
  expect(await history()).toContain('Ken Sato')
  await press(ken, { kind: 'leave', sure: true })
  expect(await history()).toContain('Ken Sato')
  expect(textOf(await press(ken, HOME))).not.toContain(firm.id)
  expect(textOf(await press(ken, { kind: 'item', item: 'CK-02' }))).not.toContain('Ken Sato')
  await press(boss, { kind: 'forget_member', member: member.id, sure: true })
  expect(await history()).toContain('former member')
  expect(await history()).not.toContain('Ken')
})
