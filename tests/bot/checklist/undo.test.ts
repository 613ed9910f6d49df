import { expect, it } from 'vitest'
import { factsIn, formIn, openOffice, progressIn, saysIn } from './office.ts'

const DONE = { kind: 'answer', item: 'CK-04', status: 'done' } as const

it('changes nothing when “undo” is typed, and takes it back when the button is pressed', async () => {
  const office = openOffice()
  const before = progressIn(await office.type('progress'))
  await office.press(DONE)
  const asked = await office.type('undo')
  expect(await office.entries()).toBe(1)
  expect(Object.values(factsIn(asked))).toContain('Answer: Done')
  const taken = await office.pressIn(asked, 'Take it back')
  expect(progressIn(taken)).toEqual(before)
})

it('puts back what was taken back, and takes it back once more', async () => {
  const office = openOffice()
  const answered = await office.press(DONE)
  const taken = await office.pressIn(answered, 'Take it back')
  const again = await office.pressIn(taken, 'Put it back')
  expect(progressIn(again)).toMatchObject({ inPlace: 1 })
  expect(progressIn(await office.pressIn(again, 'Take it back'))).toMatchObject({ inPlace: 0 })
})

it('takes back everything that one form wrote', async () => {
  const office = openOffice()
  const values = { due: '2026-11-20', note: 'Ask Sato' }
  await office.press({ kind: 'save_details', item: 'CK-04', seen: 0 }, { values })
  await office.pressIn(await office.type('undo'), 'Take it back')
  expect(Object.keys(factsIn(await office.press({ kind: 'item', item: 'CK-04' })))).not.toEqual(
    expect.arrayContaining(['Due']),
  )
  expect(factsIn(await office.press({ kind: 'item', item: 'CK-04' }))).not.toHaveProperty('Note')
})

it('goes further back when “undo” is typed again', async () => {
  const office = openOffice()
  await office.press(DONE)
  await office.press({ ...DONE, item: 'CK-05' })
  await office.pressIn(await office.type('undo'), 'Take it back')
  await office.pressIn(await office.type('undo'), 'Take it back')
  expect(progressIn(await office.type('progress'))).toMatchObject({ assessed: 0 })
  expect(saysIn(await office.type('undo'), 'notice')).toBe('There’s nothing to take back.')
})

it('leaves what others wrote to them', async () => {
  const office = openOffice()
  const answered = await office.press(DONE, { as: 'ken' })
  expect(saysIn(await office.type('undo'), 'notice')).toBe('There’s nothing to take back.')
  const reply = await office.pressIn(answered, 'Take it back')
  expect(saysIn(reply, 'notice')).toBe('Somebody else wrote this, and only they can take it back.')
  expect(await office.entries()).toBe(1)
})

it('takes back once what is pressed twice', async () => {
  const office = openOffice()
  const answered = await office.press(DONE)
  await office.pressIn(answered, 'Take it back')
  expect(saysIn(await office.pressIn(answered, 'Take it back'), 'notice')).toBe('There’s nothing to take back.')
  expect(await office.entries()).toBe(2)
})

it('shows in the history what was taken back', async () => {
  const office = openOffice()
  await office.pressIn(await office.press(DONE), 'Take it back')
  expect(factsIn(await office.type('history CK-04'))).toEqual({ 'Hana, 2 November 2026': 'Answer: Done (taken back)' })
})

it('puts back what two presses at the same moment both took back', async () => {
  const office = openOffice()
  const answered = await office.press(DONE)
  const [taken] = await Promise.all([
    office.pressIn(answered, 'Take it back'),
    office.pressIn(answered, 'Take it back'),
  ])
  expect(progressIn(await office.pressIn(taken, 'Put it back'))).toMatchObject({ inPlace: 1 })
})

it('does not offer to take back what followed from a change of the firm itself', async () => {
  const office = openOffice()
  await office.describe({ factory_machines: false })
  await office.press({ kind: 'answer', item: 'CK-29', status: 'done' }, { as: 'ken' })
  const form = formIn(await office.press({ kind: 'onboard', step: 'workplace' }, { as: 'ken' }))
  await office.press(form.submit.action, { as: 'ken', values: { applies: 'factory_machines' } })
  expect(await office.entries()).toBe(2)
  expect(Object.values(factsIn(await office.type('undo', { as: 'ken' })))).toContain('Answer: Done')
})
