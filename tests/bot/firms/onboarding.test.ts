import { describe, expect, it } from 'vitest'
import { STEPS } from '../../../bot/firms/profile.ts'
import { buttonsOf, formIn, openDesk, owner, textOf } from './desk.ts'

const BOSS = owner('Yamada')
const HOME = { kind: 'view', view: 'home' } as const

describe('the onboarding', () => {
  it('goes through four short forms and keeps what was said', async () => {
    const { press, visitor } = openDesk()
    await press(BOSS, { kind: 'onboard', step: 'people' })
    await press(
      BOSS,
      { kind: 'save_profile', step: 'people' },
      { name: 'Works', president: '山田太郎 090-0000-0000', vendor: 'Kato' },
    )
    await press(
      BOSS,
      { kind: 'save_profile', step: 'customers' },
      { asks: 'yes', who: 'A', what: '★3', by: '2027-03-31' },
    )
    await press(
      BOSS,
      { kind: 'save_profile', step: 'workplace' },
      { size: '6-20', applies: 'internet_line\noutsourcing' },
    )
    const last = await press(BOSS, { kind: 'save_profile', step: 'digest' }, { digest: 'yes', day: '3', time: '09:00' })
    expect(textOf(last)).toContain('ready to start')
    expect((await visitor(BOSS)).firm).toMatchObject({
      name: 'Works',
      profile: {
        contacts: { president: { name: '山田太郎', reach: '090-0000-0000' }, vendor: { name: 'Kato' } },
        requests: [{ who: 'A', what: '★3', by: '2027-03-31' }],
        customer_asks: true,
        size: '6-20',
        internet_line: true,
        outsourcing: true,
        wifi_or_factory: false,
        factory_machines: false,
        cloud_or_portal: false,
      },
      settings: { digest: { on: true, day: 3, time: '09:00' }, onboarding: 'done' },
    })
    expect(buttonsOf(await press(BOSS, HOME)).filter(({ action }) => action.kind === 'onboard')).toEqual([])
  })

  it('can be skipped form by form without taking any item away', async () => {
    const { press, visitor } = openDesk()
    for (const step of STEPS) await press(BOSS, { kind: 'onboard', step })
    expect((await visitor(BOSS)).firm).toMatchObject({ name: '', profile: {}, settings: { onboarding: 'done' } })
  })

  it('leaves every item in place when the forms are sent as they are', async () => {
    const { press, visitor } = openDesk()
    for (const step of ['people', 'customers', 'workplace', 'digest'] as const) {
      const form = formIn(await press(BOSS, { kind: 'onboard', step }))
      const values = Object.fromEntries(form.fields.map(({ id, value = '' }) => [id, value]))
      await press(BOSS, { kind: 'save_profile', step }, values)
    }
    expect(Object.values((await visitor(BOSS)).firm.profile)).not.toContain(false)
  })

  it('goes on where somebody stopped', async () => {
    const { press } = openDesk()
    await press(BOSS, { kind: 'save_profile', step: 'people' }, { name: 'Works' })
    expect(buttonsOf(await press(BOSS, HOME)).map(({ action }) => action)).toContainEqual({
      kind: 'onboard',
      step: 'customers',
    })
  })

  it('asks again for what it can’t read, with everything that was filled in', async () => {
    const { press, visitor } = openDesk()
    const values = { asks: 'yes', who: 'A', what: '', by: '31.3.' }
    const form = formIn(await press(BOSS, { kind: 'save_profile', step: 'customers' }, values))
    expect(Object.fromEntries(form.fields.map(({ id, value }) => [id, value]))).toEqual(values)
    expect(form.fields.flatMap(({ id, problem }) => (problem === undefined ? [] : [id]))).toEqual(['what', 'by'])
    expect((await visitor(BOSS)).firm.profile).toEqual({})
  })

  it('asks an item again, with the reason, once the firm says that it applies', async () => {
    const { press, visitor, firms } = openDesk()
    const profile = (applies: string) => press(BOSS, { kind: 'save_profile', step: 'workplace' }, { applies })
    await press(BOSS, { kind: 'answer', item: 'CK-29', status: 'done' })
    await profile('internet_line')
    await profile('internet_line\nfactory_machines')
    const { firm } = await visitor(BOSS)
    const kinds = (await firms.room(firm.id).log()).map(({ done }) => done.kind)
    expect(kinds).toEqual(['answered', 'reopened'])
    expect(textOf(await press(BOSS, { kind: 'item', item: 'CK-29' }))).toContain('factory')
  })
})

describe('the settings', () => {
  it('of a person choose the language of replies to them', async () => {
    const { press, visitor } = openDesk()
    await press(BOSS, { kind: 'save_own_settings' }, { lang: 'ja', reads: 'newcomer' })
    expect((await visitor(BOSS)).member).toMatchObject({ lang: 'ja', reads: 'newcomer' })
    await press(BOSS, { kind: 'save_own_settings' }, { lang: '', reads: 'owner' })
    expect((await visitor(BOSS)).member.lang).toBeUndefined()
  })

  it('of the firm keep whether questions are kept, and leave the digest alone', async () => {
    const { press, visitor } = openDesk()
    await press(BOSS, { kind: 'save_profile', step: 'digest' }, { digest: 'no', day: '9', time: 'noon' })
    await press(BOSS, { kind: 'save_firm_settings' }, { keeps: 'no' })
    expect((await visitor(BOSS)).firm.settings).toMatchObject({
      digest: { on: false, day: 2, time: '10:00' },
      keepsQuestions: false,
    })
  })
})
