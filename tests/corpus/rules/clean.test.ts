import { expect, it } from 'vitest'
import { CORPUS_DATA } from '../../../corpus/files.ts'
import { checkCorpus } from '../../../corpus/check.ts'
import { formatProblem } from '../../../corpus/problem.ts'
import * as entries from './entries.ts'
import { mistakesIn } from './planted.ts'

const { bilingual } = entries

it('finds nothing wrong in one clean file of every kind', async () => {
  const files = {
    ...entries.DOCUMENTS,
    ...entries.clause('CPS.AM-1', { related: ['CPS.AC-1', 'start-here', 'vpn'] }),
    ...entries.clause('CPS.AC-1', {
      differs: [{ from: 'CPS.AM-1', ...bilingual('That is a list.', 'あちらは一覧です。') }],
    }),
    ...entries.page('start-here'),
    ...entries.scsItem('1-1-1', { criteria: [entries.criterion('1-1-1-1')] }),
    ...entries.ipaItem('rule', 1),
    ...entries.contact('police'),
    ...entries.playbook('lost-phone'),
    ...entries.term('vpn'),
    ...entries.crosswalk({ from: 'cpsf-1.0', to: 'scs' }, { from: 'CPS.AM-1', to: ['1-1-1', '1-1-1-1'] }),
    ...entries.asked('CPS.AM-1', { en: ['how many PCs are too many?'], ja: ['パソコン何台までいい？'] }),
    ...entries.outside('weather', { en: ['rain tomorrow?'], ja: ['あしたは雨？'] }),
  }
  expect(await mistakesIn(files)).toEqual([])
})

it('finds nothing wrong in the corpus that ships', async () => {
  expect((await checkCorpus(CORPUS_DATA)).map(formatProblem)).toEqual([])
})
