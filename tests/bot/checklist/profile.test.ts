import { expect, it } from 'vitest'
import { reopenedBy } from '../../../bot/checklist/reopen.ts'
import { stateOf } from '../../../bot/checklist/state.ts'
import type { Done } from '../../../bot/checklist/log.ts'
import type { Applies } from '../../../bot/firms/profile.ts'
import { CHECKLIST, listed, logOf, stateIn } from './logs.ts'
import { buttonsIn, factsIn, formIn, openOffice, progressIn, saysIn } from './office.ts'

const about = { item: 'CK-29', revision: listed('CK-29').revision }
const DONE: Done = { kind: 'answered', ...about, answer: { status: 'done' } }
const NOT_OURS: Done = { kind: 'answered', ...about, answer: { status: 'not_applicable', reason: 'no machines' } }

type Change = readonly [what: string, answer: Done, said: Readonly<{ before: Applies; after: Applies; opens: boolean }>]

it.each<Change>([
  ['has a place again', DONE, { before: { factory_machines: false }, after: { factory_machines: true }, opens: true }],
  ['may have a place again', DONE, { before: { factory_machines: false }, after: {}, opens: true }],
  ['was left out and applies after all', NOT_OURS, { before: {}, after: { factory_machines: true }, opens: true }],
  ['was left out and is said not to apply', NOT_OURS, { before: {}, after: { factory_machines: false }, opens: false }],
  ['was answered before anybody asked', DONE, { before: {}, after: { factory_machines: true }, opens: false }],
  [
    'has a place no longer',
    DONE,
    { before: { factory_machines: true }, after: { factory_machines: false }, opens: false },
  ],
  ['is of another condition', DONE, { before: { outsourcing: false }, after: { outsourcing: true }, opens: false }],
  [
    'was left out although it was said to apply',
    NOT_OURS,
    { before: { factory_machines: true }, after: { factory_machines: true }, opens: false },
  ],
])('an item that %s', (_, answer, { before, after, opens }) => {
  const log = logOf([answer])
  const done = reopenedBy(before, after, stateOf({ checklist: CHECKLIST, profile: before }, log))
  expect(done).toHaveLength(opens ? 1 : 0)
  const state = stateIn(stateOf({ checklist: CHECKLIST, profile: after }, logOf([answer, ...done])), 'CK-29')
  expect(state.status === 'open').toBe(opens)
  if (opens) expect(state.reopened?.was).toMatchObject([{ seq: 1 }])
})

it('opens an item when the firm says something else about itself, with the reason and what was answered', async () => {
  const office = openOffice()
  await office.press({ kind: 'answer', item: 'CK-29', status: 'not_applicable' }, { values: { reason: 'no machines' } })
  const asked = await office.press({ kind: 'onboard', step: 'workplace' }, { as: 'ken' })
  await office.press(formIn(asked).submit.action, { as: 'ken', values: { applies: 'factory_machines' } })
  const card = await office.press({ kind: 'item', item: 'CK-29' })
  expect(saysIn(card, 'notice')).toContain('there are machines on the network')
  expect(factsIn(card)).toMatchObject({
    Answer: 'Not answered',
    'Answer before': 'Doesn’t apply (Hana, 2 November 2026)',
  })
  expect(progressIn(await office.type('progress'))).toMatchObject({ notApplicable: 0, assessed: 0 })
  expect(buttonsIn(card).map(({ label }) => label)).toContain('Done')
})
