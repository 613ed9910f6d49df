import { expect, it } from 'vitest'
import { CPSF_IDS } from '../../../corpus/frameworks.ts'
import * as entries from './entries.ts'
import { mistakesIn, type Files } from './planted.ts'

const { checklistItem, criterion, DOCUMENTS } = entries
const [FIRST = '', ...REST] = CPSF_IDS

const BASE: Files = {
  ...DOCUMENTS,
  ...(Object.assign({}, ...CPSF_IDS.map((id) => entries.clause(id))) as Files),
  ...entries.scsItem('1-1-1', { criteria: [criterion('1-1-1-1'), criterion('1-1-1-2', 4)] }),
}

it('is content when everything is touched or left out with a reason', async () => {
  const files = {
    ...BASE,
    ...checklistItem('CK-01', { cpsf: REST, scs_criteria: ['1-1-1-1'] }),
    ...entries.beyond([FIRST]),
  }
  expect(await mistakesIn(files)).toEqual([])
})

it('names a requirement that is neither touched nor left out with a reason', async () => {
  expect(await mistakesIn({ ...BASE, ...checklistItem('CK-01', { cpsf: REST, scs_criteria: ['1-1-1-1'] }) })).toEqual([
    {
      path: 'checklist/beyond.yaml',
      at: 'reasons',
      value: FIRST,
      wrong: 'no checklist item reaches this requirement',
      fix: 'add it to rests_on.cpsf of an item, or here with the reason',
    },
  ])
})

it('names a requirement that is both touched and left out', async () => {
  const item = checklistItem('CK-01', { cpsf: [...CPSF_IDS], scs_criteria: ['1-1-1-1'] })
  expect(await mistakesIn({ ...BASE, ...item, ...entries.beyond([FIRST]) })).toEqual([
    {
      path: 'checklist/beyond.yaml',
      at: 'reasons.0.ids.0',
      value: FIRST,
      wrong: 'a checklist item rests on this requirement',
      fix: 'take it out here, or there',
    },
  ])
})

it('names a ★3 criterion that no item holds', async () => {
  expect(await mistakesIn({ ...BASE, ...checklistItem('CK-01', { cpsf: [...CPSF_IDS] }) })).toEqual([
    {
      path: 'scs/1-1-1.yaml',
      at: 'criteria.0',
      value: '1-1-1-1',
      wrong: 'no checklist item holds this ★3 criterion',
      fix: 'add it to rests_on.scs_criteria of the item that covers it',
    },
  ])
})

it('names a ★3 criterion that two items hold', async () => {
  const first = checklistItem('CK-01', { cpsf: [...CPSF_IDS], scs_criteria: ['1-1-1-1'] })
  expect(await mistakesIn({ ...BASE, ...first, ...checklistItem('CK-02', { scs_criteria: ['1-1-1-1'] }) })).toEqual([
    {
      path: 'checklist/CK-02.yaml',
      at: 'rests_on.scs_criteria.0',
      value: '1-1-1-1',
      wrong: 'checklist/CK-01.yaml holds this criterion too',
      fix: 'keep it in one of them',
    },
  ])
})
