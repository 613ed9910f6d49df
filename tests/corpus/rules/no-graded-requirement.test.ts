import { expect, it } from 'vitest'
import { bilingual, DOCUMENTS, page } from './entries.ts'
import { mistakesIn } from './planted.ts'

const withPoint = (en: string, ja: string) => ({ ...DOCUMENTS, ...page('start-here', { points: [bilingual(en, ja)] }) })

it('finds a requirement that is given a grade, in both languages', async () => {
  const [en, ja] = ['Begin with the Basic requirements of the list.', 'まずベーシックの要求から始めます。'] as const
  const fix = 'say "requirement" alone; the grades belong to the examples of measures'
  const path = 'guidance/start-here.yaml'
  expect(await mistakesIn(withPoint(en, ja))).toEqual([
    { path, at: 'points.0.en', value: en, wrong: '"Basic requirements" grades a requirement', fix },
    { path, at: 'points.0.ja', value: ja, wrong: '"ベーシックの要求" grades a requirement', fix },
  ])
})

it('lets a text say that there is no such thing', async () => {
  const files = withPoint(
    'There is no Basic requirement in the list.',
    '「Basicの要求だけやる」という分け方はできません。',
  )
  expect(await mistakesIn(files)).toEqual([])
})

it('lets a text grade the examples of measures', async () => {
  expect(
    await mistakesIn(withPoint('Basic marks an example of a measure.', 'Basicは対策の例に付く区分です。')),
  ).toEqual([])
})
