import { expect, it } from 'vitest'
import { formatProblem } from '../../../corpus/problem.ts'
import { bilingual, clause, contact, DOCUMENTS, outside, page } from './entries.ts'
import { mistakesIn } from './planted.ts'

it('reports every problem of every file in one run, ordered by file', async () => {
  const files = {
    ...DOCUMENTS,
    ...clause('CPS.AM-1', {
      related: ['CPS.AM-1'],
      source: { document: 'nowhere', wording: 'official', basis: 'seen' },
      start: [bilingual('Write a list of every PC you use.', 'パソコンを書き出します。')],
    }),
    ...contact('police', { helps_with: bilingual('Crime in 2026年', 'サーバの犯罪'), expires: '2027-01-01' }),
    ...page('start-here', {
      points: [bilingual('You are certified by CPS.AM-1.', '2026年からベーシックの要求だけです。')],
    }),
    ...outside('weather', { en: ['rain tomorrow?', 'Rain tomorrow'], ja: [] }),
    'outside/broken.yaml': { id: 'broken', kind: 'rain', questions: { en: [], ja: [] } },
    'lost/somewhere.yaml': {},
  }
  const shown = (await mistakesIn(files)).map((problem) => formatProblem(problem).split('; ')[0])
  expect(shown).toEqual([
    'contacts/police.yaml › helps_with.en: a dated fact in a file that does not say when it was checked («Crime in 2026年»)',
    'contacts/police.yaml › expires: it runs out but was never checked («2027-01-01»)',
    'contacts/police.yaml › helps_with.en: the English text holds Japanese («Crime in 2026年»)',
    'contacts/police.yaml › helps_with.ja: サーバ lacks its long mark («サーバの犯罪»)',
    'cpsf/CPS.AM-1.yaml › related.0: an entry is not related to itself («CPS.AM-1»)',
    'cpsf/CPS.AM-1.yaml › source.document: there is no document with this id («nowhere»)',
    'cpsf/CPS.AM-1.yaml › source.wording: the words of a clause here are ours («official»)',
    'cpsf/CPS.AM-1.yaml › start: there should be 3 or more («1»)',
    'cpsf/CPS.AM-1.yaml › start.0.ja: 「ンを書き出します」 is a polite ending («パソコンを書き出します。»)',
    'guidance/start-here.yaml › points.0.en: CPS.AM-1 stands in running text («You are certified by CPS.AM-1.»)',
    'guidance/start-here.yaml › points.0.en: "are certified" claims what nobody has certified («You are certified by CPS.AM-1.»)',
    'guidance/start-here.yaml › points.0.ja: "ベーシックの要求" grades a requirement («2026年からベーシックの要求だけです。»)',
    'guidance/start-here.yaml › points.0.ja: a dated fact in a file that does not say when it was checked («2026年からベーシックの要求だけです。»)',
    'lost/somewhere.yaml: no kind of corpus file lives here',
    `outside/broken.yaml › kind: Invalid option: expected one of "outside"|"smalltalk"|"claim" («"rain"»)`,
    'outside/weather.yaml › questions.en.1: the same question stands in outside/weather.yaml › questions.en.0 («Rain tomorrow»)',
  ])
})
