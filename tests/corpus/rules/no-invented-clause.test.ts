import { expect, it } from 'vitest'
import * as entries from './entries.ts'
import { mistakesIn } from './planted.ts'

const { DOCUMENTS, page, outside, bilingual } = entries
const path = 'guidance/start-here.yaml'

it.each(['CPS.SI-2', 'cps cm 8', 'ＣＰＳ．ＡＣ－１０', 'CPS-AC99'])(
  'finds %s, which the CPSF does not have, even in a question',
  async (id) => {
    const value = `what does ${id} say?`
    const [problem, ...others] = await mistakesIn({ ...DOCUMENTS, ...outside('ids', { en: [value], ja: [] }) })
    const fix = 'take it out; the 104 ids are in corpus/frameworks.ts'
    expect(problem).toMatchObject({ path: 'outside/ids.yaml', at: 'questions.en.0', value, fix })
    expect(problem?.wrong).toMatch(/^the CPSF has no requirement CPS\.[A-Z]{2}-\d+$/u)
    expect(others).toEqual([])
  },
)

it('finds a clause id in what Shirube says, though it exists', async () => {
  const value = 'まずCPS.AC-1を読みます。'
  expect(
    await mistakesIn({ ...DOCUMENTS, ...page('start-here', { points: [bilingual('Read about IDs first.', value)] }) }),
  ).toEqual([
    {
      path,
      at: 'points.0.ja',
      value,
      wrong: 'CPS.AC-1 stands in running text',
      fix: 'say what it is about; ids go into related or differs',
    },
  ])
})

it('lets people ask for a clause that exists, however they type it', async () => {
  const ids = outside('ids', { en: ['what is cps ac 1'], ja: ['cps.ip9って何'] })
  expect(await mistakesIn({ ...DOCUMENTS, ...ids })).toEqual([])
})
