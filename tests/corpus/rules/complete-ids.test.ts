import { describe, expect, it } from 'vitest'
import { CPSF_IDS } from '../../../corpus/frameworks.ts'
import * as entries from './entries.ts'
import { problemsIn, type Files } from './planted.ts'

const merged = (files: readonly Files[]): Files => Object.assign({}, ...files) as Files
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const CPSF = { ...entries.DOCUMENTS, ...merged(CPSF_IDS.map((id) => entries.clause(id))) }

/** 26 items at ★3, the first with 6 criteria and the others with 3 each, and 17 at ★4. */
const SCS = merged(
  numbers(43).map((number) => {
    const id = `1-1-${number}`
    const criteria = number > 26 ? [] : numbers(number === 1 ? 6 : 3).map((n) => entries.criterion(`${id}-${n}`))
    return entries.scsItem(id, { star: number > 26 ? 4 : 3, criteria })
  }),
)

const IPA = merged([
  ...numbers(6).map((number) => entries.ipaItem('rule', number)),
  ...numbers(25).map((number) => entries.ipaItem('self-check', number)),
])

const CHECKLIST = merged([
  entries.checklistItem('CK-01', { cpsf: [...CPSF_IDS] }, { first_ten_minutes: true }),
  ...numbers(29).map((number) => {
    const stage = number <= 10 ? 'start' : number <= 20 ? 'basics' : 'show'
    return entries.checklistItem(`CK-${number + 1}`, {}, { stage, first_ten_minutes: number <= 6 })
  }),
])

const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([key]) => key !== path))

describe('the CPSF', () => {
  it('with all its 104 requirements has no problem', async () => {
    expect(await problemsIn(CPSF)).toEqual([])
  })

  it('without one of them names it', async () => {
    expect(await problemsIn(without(CPSF, 'cpsf/CPS.DS-15.yaml'))).toEqual([
      {
        path: 'cpsf/CPS.DS-15.yaml',
        at: 'id',
        value: 'CPS.DS-15',
        wrong: 'this requirement of the CPSF is missing',
        fix: 'write the file; docs/corpus.md says how',
      },
    ])
  })

  it('has no requirement but these', async () => {
    const questions = { en: numbers(8).map((n) => `any idea ${n}?`), ja: numbers(8).map((n) => `案${n}は？`) }
    expect(await problemsIn({ ...CPSF, ...entries.clause('CPS.SI-2', { questions }) })).toEqual([
      {
        path: 'cpsf/CPS.SI-2.yaml',
        at: 'id',
        value: 'CPS.SI-2',
        wrong: 'the CPSF has no such requirement',
        fix: 'remove the file; the 104 ids are in corpus/frameworks.ts',
      },
    ])
  })
})

describe('the SCS rating', () => {
  it('with all its items and ★3 criteria has no problem', async () => {
    expect(await problemsIn({ ...CPSF, ...SCS })).toEqual([])
  })

  it('without an item at ★3 is counted', async () => {
    expect(await problemsIn(without({ ...CPSF, ...SCS }, 'scs/1-1-2.yaml'))).toEqual([
      { path: 'scs', at: '', value: '42', wrong: 'there should be 43 SCS items', fix: 'write the missing ones' },
      {
        path: 'scs',
        at: 'star',
        value: '25',
        wrong: 'there should be 26 SCS items at ★3',
        fix: 'write the missing ones',
      },
      {
        path: 'scs',
        at: 'criteria',
        value: '78',
        wrong: 'there should be 81 criteria at ★3',
        fix: 'write the missing ones',
      },
    ])
  })

  it("has criteria whose ids begin with their item's and are there once", async () => {
    const strange = entries.scsItem('1-1-2', {
      criteria: ['1-1-2-1', '1-1-3-1', '1-1-2-2'].map((id) => entries.criterion(id)),
    })
    expect(await problemsIn({ ...CPSF, ...SCS, ...strange })).toEqual([
      {
        path: 'scs/1-1-2.yaml',
        at: 'criteria.1.id',
        value: '1-1-3-1',
        wrong: "the criterion's id does not begin with 1-1-2-",
        fix: 'copy the id from the published list',
      },
      {
        path: 'scs/1-1-3.yaml',
        at: 'criteria.0.id',
        value: '1-1-3-1',
        wrong: 'another criterion has this id too',
        fix: 'copy the id from the published list',
      },
    ])
  })
})

describe("IPA's guideline", () => {
  it('with 6 rules and 25 self-check items has no problem', async () => {
    expect(await problemsIn({ ...CPSF, ...IPA })).toEqual([])
  })

  it('without one of them is counted, and the number is named', async () => {
    expect(await problemsIn(without({ ...CPSF, ...IPA }, 'ipa/ipa-rule-6.yaml'))).toEqual([
      {
        path: 'ipa',
        at: 'set',
        value: '5',
        wrong: 'there should be 6 IPA items of the set "rule"',
        fix: 'write the missing ones',
      },
      {
        path: 'ipa',
        at: 'number',
        value: '6',
        wrong: `number 6 of IPA's set "rule" is missing`,
        fix: 'write the file, or mend the number of another',
      },
    ])
  })
})

describe('the checklist', () => {
  it('with 11, 10 and 9 items, seven of them for the first ten minutes, has no problem', async () => {
    expect(await problemsIn({ ...CPSF, ...CHECKLIST })).toEqual([])
  })

  it('that moves an item to another stage is counted', async () => {
    const moved = entries.checklistItem('CK-2', {}, { stage: 'show' })
    expect(await problemsIn({ ...CPSF, ...CHECKLIST, ...moved })).toEqual([
      {
        path: 'checklist',
        at: 'first_ten_minutes',
        value: '6',
        wrong: 'there should be 7 items for the first ten minutes',
        fix: 'write the missing ones',
      },
      {
        path: 'checklist',
        at: 'stage',
        value: '10',
        wrong: 'there should be 11 items in the stage "start"',
        fix: 'write the missing ones',
      },
      {
        path: 'checklist',
        at: 'stage',
        value: '10',
        wrong: 'there should be 9 items in the stage "show"',
        fix: 'remove those that are too many',
      },
    ])
  })
})
