import { expect, it } from 'vitest'
import { buttonsIn, factsIn, formIn, openOffice, progressIn, saysIn } from './office.ts'

const labels = (reply: Parameters<typeof buttonsIn>[0]): readonly string[] => buttonsIn(reply).map(({ label }) => label)
const CARD = { kind: 'item', item: 'CK-04' } as const
const DONE = { kind: 'answer', item: 'CK-04', status: 'done' } as const

it('offers confirming and sending back to the manager alone, and only where there is an answer', async () => {
  const office = openOffice()
  expect(labels(await office.press(CARD, { as: 'ken' }))).not.toContain('Confirm the answer')
  await office.press(DONE)
  expect(labels(await office.press(CARD, { as: 'ken' }))).toEqual(
    expect.arrayContaining(['Confirm the answer', 'Send back']),
  )
  expect(labels(await office.press(CARD))).not.toContain('Confirm the answer')
})

it('refuses a confirmation by somebody who may not give one', async () => {
  const office = openOffice()
  await office.press(DONE)
  await office.press({ kind: 'confirm_answer', item: 'CK-04', answer: 1 })
  expect(await office.entries()).toBe(1)
})

it('says who confirmed an answer', async () => {
  const office = openOffice()
  await office.press(DONE)
  await office.pressIn(await office.press(CARD, { as: 'ken' }), 'Confirm the answer', { as: 'ken' })
  expect(factsIn(await office.press(CARD))).toMatchObject({ Confirmed: 'Ken, 2 November 2026' })
})

it('opens an item that is sent back, and shows the reason and the answer before', async () => {
  const office = openOffice()
  await office.press(DONE)
  const asked = await office.pressIn(await office.press(CARD, { as: 'ken' }), 'Send back', { as: 'ken' })
  const empty = await office.press(formIn(asked).submit.action, { as: 'ken', values: { reason: '  ' } })
  expect(formIn(empty).fields[0]?.problem).toBeDefined()
  await office.press(formIn(asked).submit.action, { as: 'ken', values: { reason: 'Which PCs?' } })
  const card = await office.press(CARD)
  expect(saysIn(card, 'notice')).toBe('This was sent back. Please read the reason and answer again.')
  expect(factsIn(card)).toMatchObject({
    Answer: 'Not answered',
    'Answer before': 'Done (Hana, 2 November 2026)',
    'Sent back': 'Ken, 2 November 2026',
    Reason: 'Which PCs?',
  })
  expect(progressIn(await office.type('progress'))).toMatchObject({ assessed: 0, inPlace: 0 })
})

it('neither confirms nor sends back an answer that was given after the card was shown', async () => {
  const office = openOffice()
  await office.press(DONE)
  const card = await office.press(CARD, { as: 'ken' })
  await office.press({ ...DONE, status: 'not_yet' })
  for (const label of ['Confirm the answer', 'Send back']) {
    const pressed = await office.pressIn(card, label, { as: 'ken' })
    const reply =
      label === 'Confirm the answer'
        ? pressed
        : await office.press(formIn(pressed).submit.action, { as: 'ken', values: { reason: 'Which PCs?' } })
    expect(saysIn(reply, 'notice')).toBe(
      'The answer has changed in the meantime. Please look at it as it is now and press again.',
    )
  }
  expect(await office.entries()).toBe(2)
})
