import { expect, it } from 'vitest'
import * as entries from './entries.ts'
import { mistakesIn, type Files } from './planted.ts'

const { DOCUMENTS, clause, bilingual } = entries
const fix = 'write that file, or name one that is there'
const BASE = { ...DOCUMENTS, ...clause('CPS.AM-1'), ...entries.contact('police') }
const AT_AM_1 = 'cpsf/CPS.AM-1.yaml'

const PLANTED: readonly {
  what: string
  files: Files
  problem: readonly [path: string, at: string, value: string, wrong: string]
}[] = [
  {
    what: 'a related entry',
    files: clause('CPS.AM-1', { related: ['CPS.AC-1'] }),
    problem: [AT_AM_1, 'related.0', 'CPS.AC-1', 'there is no entry with this id'],
  },
  {
    what: 'a sibling that a clause is told apart from',
    files: clause('CPS.AM-1', {
      differs: [{ from: 'CPS.AC-1', ...bilingual('That is about IDs.', 'あちらはIDの話です。') }],
    }),
    problem: [AT_AM_1, 'differs.0.from', 'CPS.AC-1', 'there is no CPSF requirement with this id'],
  },
  {
    what: 'the document behind an entry',
    files: entries.page('start-here', { source: { document: 'nist', wording: 'own', basis: 'recollected' } }),
    problem: ['guidance/start-here.yaml', 'source.document', 'nist', 'there is no document with this id'],
  },
  {
    what: 'whom a playbook calls',
    files: entries.playbook('lost-phone', { call: ['police', 'fire-brigade'] }),
    problem: ['incident/lost-phone.yaml', 'call.1', 'fire-brigade', 'there is no contact with this id'],
  },
  {
    what: 'the CPSF side of a crosswalk',
    files: entries.crosswalk({ from: 'cpsf-1.0', to: 'nist-csf-2.0' }, { from: 'CPS.AM-9', to: ['ID.AM-01'] }),
    problem: ['crosswalk/one.yaml', 'pairs.0.from', 'CPS.AM-9', 'there is no CPSF requirement with this id'],
  },
  {
    what: 'the SCS side of a crosswalk',
    files: entries.crosswalk({ from: 'cpsf-1.0', to: 'scs' }, { from: 'CPS.AM-1', to: ['9-9-9'] }),
    problem: ['crosswalk/one.yaml', 'pairs.0.to.0', '9-9-9', 'there is no SCS item or criterion with this id'],
  },
  {
    what: 'a requirement in the crosswalk of some other framework',
    files: entries.crosswalk({ from: 'iso', to: 'mixed' }, { from: 'A.5.9', to: ['A.5.9', 'CPS.ZZ-1'] }),
    problem: ['crosswalk/one.yaml', 'pairs.0.to.1', 'CPS.ZZ-1', 'there is no CPSF requirement with this id'],
  },
]

it.each(PLANTED)('notices that $what is not there', async ({ files, problem: [path, at, value, wrong] }) => {
  expect(await mistakesIn({ ...BASE, ...files })).toEqual([{ path, at, value, wrong, fix }])
})

it('notices all that a checklist item rests on and is not there', async () => {
  const item = entries.checklistItem('CK-01', {
    cpsf: ['CPS.QQ-1'],
    scs_criteria: ['1-1-1-1'],
    scs_items: ['1-1-1'],
    ipa: ['rule-1'],
  })
  const found = (await mistakesIn({ ...BASE, ...item })).filter((problem) => problem.fix === fix)
  const path = 'checklist/CK-01.yaml'
  expect(found).toEqual([
    { path, at: 'rests_on.cpsf.0', value: 'CPS.QQ-1', wrong: 'there is no CPSF requirement with this id', fix },
    { path, at: 'rests_on.scs_criteria.0', value: '1-1-1-1', wrong: 'there is no SCS criterion with this id', fix },
    { path, at: 'rests_on.scs_items.0', value: '1-1-1', wrong: 'there is no SCS item with this id', fix },
    { path, at: 'rests_on.ipa.0', value: 'rule-1', wrong: 'there is no IPA item with this id', fix },
  ])
})

it('notices a left-out requirement that is not there', async () => {
  expect(await mistakesIn({ ...BASE, ...entries.beyond(['CPS.AM-1', 'CPS.AM-9']) })).toEqual([
    {
      path: 'checklist/beyond.yaml',
      at: 'reasons.0.ids.1',
      value: 'CPS.AM-9',
      wrong: 'there is no CPSF requirement with this id',
      fix,
    },
  ])
})

it('lets no entry be related to itself, nor twice to another', async () => {
  const files = {
    ...BASE,
    ...clause('CPS.AC-1'),
    ...clause('CPS.AM-1', { related: ['CPS.AC-1', 'CPS.AM-1', 'CPS.AC-1'] }),
  }
  expect(await mistakesIn(files)).toEqual([
    {
      path: AT_AM_1,
      at: 'related.1',
      value: 'CPS.AM-1',
      wrong: 'an entry is not related to itself',
      fix: 'take it out',
    },
    { path: AT_AM_1, at: 'related.2', value: 'CPS.AC-1', wrong: 'this id is there twice', fix: 'take it out' },
  ])
})
