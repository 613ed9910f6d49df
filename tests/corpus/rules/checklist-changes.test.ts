import { expect, it } from 'vitest'
import * as entries from './entries.ts'
import { mistakesIn, type Files } from './planted.ts'

const item = (id: string) => entries.checklistItem(id, {})
const because = { en: 'It asked two things at once, and few could answer.', ja: '一度に二つのことを聞いていたため。' }
const changes = (...all: readonly object[]): Files => ({
  'checklist/changes.yaml': { changes: all.map((change) => ({ since: '2027-04-01', because, ...change })) },
})
const wrongIn = async (files: Files) => {
  const problems = await mistakesIn({ ...entries.DOCUMENTS, ...files })
  return problems
    .filter(({ wrong }) => /item|change/u.test(wrong) && !wrong.includes('requirement'))
    .map(({ value, wrong }) => ({ value, wrong }))
}

it('is content with items that were split, merged and retired, and with what came of them', async () => {
  const told = changes(
    { kind: 'split', from: 'CK-01', to: ['CK-04', 'CK-05'] },
    { kind: 'merged', from: ['CK-02', 'CK-05'], to: 'CK-06' },
    { kind: 'retired', from: 'CK-03' },
  )
  expect(await wrongIn({ ...item('CK-04'), ...item('CK-06'), ...told })).toEqual([])
})

it('names an item that is gone without a word', async () => {
  expect(await wrongIn({ ...item('CK-01'), ...item('CK-03') })).toEqual([
    { value: 'CK-02', wrong: 'this item is gone, and nothing says what became of it' },
  ])
})

it('names a change of an item that is still there', async () => {
  expect(await wrongIn({ ...item('CK-01'), ...changes({ kind: 'retired', from: 'CK-01' }) })).toEqual([
    { value: 'CK-01', wrong: 'this item is still in the checklist' },
  ])
})

it('names a change that leads nowhere', async () => {
  const told = changes({ kind: 'split', from: 'CK-01', to: ['CK-02', 'CK-09'] })
  expect(await wrongIn({ ...item('CK-02'), ...told })).toEqual([{ value: 'CK-09', wrong: 'there is no such item' }])
})

it('names a change whose new item has an older number', async () => {
  const told = changes({ kind: 'merged', from: ['CK-02', 'CK-03'], to: 'CK-01' })
  expect(await wrongIn({ ...item('CK-01'), ...told })).toEqual([
    { value: 'CK-01', wrong: 'the new item has no higher number than the old one' },
  ])
})

it('names an item of which two changes tell', async () => {
  const told = changes({ kind: 'retired', from: 'CK-01' }, { kind: 'split', from: 'CK-01', to: ['CK-02', 'CK-03'] })
  expect(await wrongIn({ ...item('CK-02'), ...item('CK-03'), ...told })).toEqual([
    { value: 'CK-01', wrong: 'another change tells of this item already' },
  ])
})
