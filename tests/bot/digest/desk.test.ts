import { describe, expect, it } from 'vitest'
import { commandIn } from '../../../bot/commands.ts'
import { decodeAction, encodeAction, type Action } from '../../../bot/action.ts'
import { readFirmJson } from '../../../bot/firms/export/firm-json.ts'
import { createPages } from '../../../bot/firms/pages.ts'
import { plantSample } from '../../../bot/firms/sample.ts'
import { stateOf } from '../../../bot/checklist/state.ts'
import { LANGS } from '../../../corpus/schema.ts'
import { CHECKLIST, stateIn } from '../checklist/logs.ts'
import { buttonsOf, formIn, knowledge, openDesk, owner, person, textOf, type TestDesk } from '../firms/desk.ts'

const BOSS = owner('Yamada')
const STAFF = person('Tanaka')
const DIGEST: Action = { kind: 'digest' }

/** The sample firm, on Tuesday 2 February 2027, ten in Tokyo. */
async function openSample(lang: 'ja' | 'en' = 'en') {
  const desk = openDesk(lang)
  await plantSample({ firms: desk.firms, knowledge, owner: BOSS, lang, now: desk.now.value })
  const { firm, member } = await desk.visitor(BOSS)
  const room = desk.firms.room(firm.id)
  return {
    ...desk,
    boss: member.id,
    log: () => room.log(),
    item: async (id: string) => stateIn(stateOf({ checklist: CHECKLIST, profile: firm.profile }, await room.log()), id),
  }
}

async function pressed(desk: TestDesk, label: string) {
  const button = buttonsOf(await desk.press(BOSS, DIGEST)).find((one) => one.label === label)
  if (button === undefined) throw new Error(`no button ${label}`)
  return desk.press(BOSS, button.action)
}

describe('typed words', () => {
  it.each(['digest', 'Digest preview', 'weekly digest', 'ダイジェスト', '週報', '今週のまとめ', '週のまとめ'])(
    '%s opens the digest',
    (text) => {
      expect(commandIn(text)).toEqual(DIGEST)
    },
  )

  it.each(['what is a digest', 'ダイジェストとは何ですか', '週報の書き方'])('%s is a question', (text) => {
    expect(commandIn(text)).toBeUndefined()
  })
})

describe('a preview', () => {
  it('shows a manager how the digest would look now, and changes nothing', async () => {
    const desk = await openSample()
    const before = await desk.log()
    const reply = await desk.press(BOSS, DIGEST)
    expect(reply).toMatchObject({ audience: 'speaker', shows: 'digest' })
    expect(textOf(reply)).toContain('8 of 30 items (+3 since 26 January)')
    expect(await desk.log()).toEqual(before)
  })

  it('is refused to everybody else, with who can see it', async () => {
    const desk = await openSample()
    expect(textOf(await desk.press(STAFF, DIGEST))).toContain('Only a manager')
    expect(textOf(await desk.press(STAFF, { kind: 'put_off', item: 'CK-04' }))).toContain('Only a manager')
  })

  it('is offered on paper to managers only', async () => {
    const desk = await openSample()
    expect(textOf(await desk.press(BOSS, { kind: 'papers' }))).toContain('/firm/month')
    expect(textOf(await desk.press(STAFF, { kind: 'papers' }))).not.toMatch(/\/firm\/(?:week|month)/u)
  })
})

describe('the decision', () => {
  it('is assigned to somebody of the firm, and then asks for a date', async () => {
    const desk = await openSample()
    const form = formIn(await pressed(desk, 'Assign it'))
    expect(form.fields[0]?.kind === 'choice' && form.fields[0].options.map(({ value }) => value)).toContain(desk.boss)
    const reply = await desk.press(BOSS, form.submit.action, { owner: desk.boss })
    expect((await desk.item('CK-04')).owner).toBe(desk.boss)
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Set a date', 'Take it back', 'Open this item'])
  })

  it('gets a date, which is suggested by how much work it is', async () => {
    const desk = await openSample()
    const form = formIn(await pressed(desk, 'Set a date'))
    expect(form.fields[0]?.value).toBe('2027-02-16')
    await desk.press(BOSS, form.submit.action, { due: '2027-03-01' })
    expect((await desk.item('CK-04')).due).toBe('2027-03-01')
  })

  it.each([
    ['owner', 'somebody else'],
    ['due', 'next week'],
  ] as const)('asks again for the %s where what was given can’t be read, and writes nothing', async (on, given) => {
    const desk = await openSample()
    const before = await desk.log()
    const reply = await desk.press(BOSS, { kind: 'decide', item: 'CK-04', on }, { [on]: given })
    expect(formIn(reply).fields).toMatchObject([{ id: on, value: given, problem: expect.any(String) as string }])
    expect(await desk.log()).toEqual(before)
  })

  it('is asked again in four weeks after “not now”, which is in the history and can be taken back', async () => {
    const desk = await openSample()
    const reply = await pressed(desk, 'Not now')
    expect(textOf(reply)).toContain('You’ll be asked again on 2 March 2027')
    expect(textOf(await desk.press(BOSS, { kind: 'history', item: 'CK-04' }))).toContain('Put off until 2 March 2027')
    expect(textOf(await desk.press(BOSS, DIGEST))).not.toContain('"CK-04"')
    desk.now.value = new Date('2027-03-02T01:00:00Z')
    expect(textOf(await desk.press(BOSS, DIGEST))).toContain('"CK-04"')
    const undo = buttonsOf(reply).find(({ label }) => label === 'Take it back')
    if (undo !== undefined) await desk.press(BOSS, undo.action)
    expect((await desk.item('CK-04')).putOff).toBeUndefined()
  })

  it('that was put off is no longer the next step either', async () => {
    const desk = await openSample()
    const first = async () =>
      buttonsOf(await desk.press(BOSS, { kind: 'view', view: 'next' })).flatMap(({ action }) =>
        action.kind === 'more' ? [action.item] : [],
      )
    const [item = ''] = await first()
    await desk.press(BOSS, { kind: 'put_off', item })
    expect(await first()).not.toEqual([item])
  })

  it.each(LANGS)('leads nowhere that can’t be pressed, in %s', async (lang) => {
    const desk = await openSample(lang)
    for (const { action, label } of buttonsOf(await desk.press(BOSS, DIGEST))) {
      expect(label).not.toBe('')
      expect(decodeAction(encodeAction(action))).toEqual(action)
      expect((await desk.press(BOSS, action)).blocks.length).toBeGreaterThan(0)
    }
  })
})

describe('the settings of the digest', () => {
  const SAVE: Action = { kind: 'save_digest_settings' }
  const VALUES = {
    digest: 'yes',
    day: '4',
    time: '15:00',
    quiet_from: '18:00',
    quiet_to: '09:00',
    quiet_week: 'line',
    monthly: 'no',
    snooze_from: '2027-03-25',
    snooze_to: '2027-04-02',
  }

  it('are kept, and answered with the day on which the next one comes', async () => {
    const desk = await openSample()
    const reply = await desk.press(BOSS, SAVE, VALUES)
    expect((await desk.visitor(BOSS)).firm.settings.digest).toEqual({
      on: true,
      day: 4,
      time: '15:00',
      quiet: { from: '18:00', to: '09:00' },
      quietWeek: 'line',
      monthly: false,
      snoozes: [{ from: '2027-03-25', to: '2027-04-02' }],
    })
    expect(textOf(reply)).toContain('The next one comes on 4 February 2027 at 15:00')
  })

  it('skip holidays and pauses in what they announce', async () => {
    const desk = await openSample()
    await desk.press(BOSS, SAVE, VALUES)
    desk.now.value = new Date('2027-03-23T00:00:00Z')
    expect(textOf(await desk.press(BOSS, { kind: 'digest_settings' }))).toContain('5 April 2027')
    desk.now.value = new Date('2027-02-09T00:00:00Z')
    expect(textOf(await desk.press(BOSS, { kind: 'digest_settings' }))).toContain('12 February 2027')
  })

  it.each([
    ['a time at which nothing is sent', { time: '08:00' }, ['time']],
    ['half a pause', { snooze_to: '' }, ['snooze_to']],
    ['a pause that ends before it begins', { snooze_to: '2027-03-01' }, ['snooze_to']],
    ['a day that is none', { snooze_from: '25.3.' }, ['snooze_from']],
  ])('ask again for %s, and keep nothing', async (_, changes, wrong) => {
    const desk = await openSample()
    const before = (await desk.visitor(BOSS)).firm
    const form = formIn(await desk.press(BOSS, SAVE, { ...VALUES, ...changes }))
    expect(form.fields.flatMap(({ id, problem }) => (problem === undefined ? [] : [id]))).toEqual(wrong)
    expect((await desk.visitor(BOSS)).firm).toEqual(before)
  })

  it('call off a pause, and drop those that are over', async () => {
    const desk = await openSample()
    await desk.press(BOSS, SAVE, VALUES)
    await desk.press(BOSS, SAVE, { ...VALUES, snooze_from: '2027-08-12', snooze_to: '2027-08-16' })
    await desk.press(BOSS, SAVE, { ...VALUES, snooze_from: '', snooze_to: '', lift: '1' })
    const snoozes = async () => (await desk.visitor(BOSS)).firm.settings.digest?.snoozes
    expect(await snoozes()).toEqual([{ from: '2027-03-25', to: '2027-04-02' }])
    desk.now.value = new Date('2027-04-05T00:00:00Z')
    await desk.press(BOSS, SAVE, { ...VALUES, snooze_from: '', snooze_to: '' })
    expect(await snoozes()).toEqual([])
  })

  it('are taken along when the firm moves to another Shirube', async () => {
    const desk = await openSample()
    await desk.press(BOSS, SAVE, VALUES)
    await desk.press(BOSS, { kind: 'save_own_settings' }, { digest: 'off', reminders: 'on' })
    await pressed(desk, 'Not now')
    const { firm, member } = await desk.visitor(BOSS)
    const pages = createPages({ firms: desk.firms, letters: desk.letters, knowledge, clock: () => desk.now.value })
    const page = await pages({ page: 'json', firm: firm.id, lang: 'en' })
    const read = readFirmJson(page?.kind === 'json' ? page.text : '')
    expect(read.firm).toEqual(firm)
    expect(read.members).toContainEqual(member)
    expect(read.log).toEqual(await desk.log())
  })

  it('are left alone by the onboarding’s shorter form', async () => {
    const desk = await openSample()
    await desk.press(BOSS, SAVE, VALUES)
    await desk.press(BOSS, { kind: 'save_profile', step: 'digest' }, { digest: 'yes', day: '2', time: '10:00' })
    expect((await desk.visitor(BOSS)).firm.settings.digest).toMatchObject({ day: 2, quietWeek: 'line', monthly: false })
  })
})

describe('a person’s own settings', () => {
  const SAVE: Action = { kind: 'save_own_settings' }

  it('stop the digest for one manager, and bring it back', async () => {
    const desk = await openSample()
    await desk.press(BOSS, SAVE, { digest: 'off' })
    expect((await desk.visitor(BOSS)).member.digest).toBe('off')
    await desk.press(BOSS, SAVE, { digest: 'on' })
    expect((await desk.visitor(BOSS)).member.digest).toBeUndefined()
  })

  it('have reminders off until they are turned on', async () => {
    const desk = await openSample()
    const field = formIn(await desk.press(STAFF, { kind: 'settings' })).fields.find(({ id }) => id === 'reminders')
    expect(field?.value).toBe('off')
    await desk.press(STAFF, SAVE, { reminders: 'on' })
    expect((await desk.visitor(STAFF)).member.reminders).toBe('on')
  })

  it('ask only managers about the digest', async () => {
    const desk = await openSample()
    const asked = async (who: typeof BOSS) =>
      formIn(await desk.press(who, { kind: 'settings' })).fields.map(({ id }) => id)
    expect(await asked(BOSS)).toContain('digest')
    expect(await asked(STAFF)).not.toContain('digest')
  })
})
