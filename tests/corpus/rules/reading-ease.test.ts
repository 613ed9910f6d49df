import { expect, it } from 'vitest'
import { bilingual, clause, DOCUMENTS } from './entries.ts'
import { mistakesIn } from './planted.ts'

const path = 'cpsf/CPS.AM-1.yaml'
const ENGLISH_FIX = 'use shorter sentences and shorter words'
const JAPANESE_FIX = 'cut the long sentences in two'

it('finds English of long words in long sentences', async () => {
  const en =
    'Organisational accountability necessitates comprehensive documentation of information-processing equipment, including identification of responsible administrators.'
  const found = await mistakesIn({
    ...DOCUMENTS,
    ...clause('CPS.AM-1', {
      asks: bilingual(en, 'どのパソコンをだれが使うかを表に書き、月に1回は見直して新しく保ちます。'),
    }),
  })
  expect(found.map(({ at, wrong, fix }) => ({ at, wrong, fix }))).toEqual([
    { at: '', wrong: 'hard to read: English school grade above 9.5', fix: ENGLISH_FIX },
    { at: 'asks.en', wrong: 'hard to read: English school grade above 16', fix: ENGLISH_FIX },
  ])
})

it('finds Japanese sentences that never end', async () => {
  const ja = `${'パソコンを買い、だれが使うかを決め、'.repeat(5)}表に書きます。`
  const files = clause('CPS.AM-1', {
    asks: bilingual(`${'Buy a PC. Say who uses it. Note that down. '.repeat(4)}Go on.`, ja),
  })
  expect(await mistakesIn({ ...DOCUMENTS, ...files })).toEqual([
    {
      path,
      at: 'asks.ja',
      value: '97',
      wrong: 'hard to read: characters to a Japanese sentence above 80',
      fix: JAPANESE_FIX,
    },
  ])
})

it('finds Japanese that is nearly all kanji', async () => {
  const step = bilingual('Name who looks after each PC, and write that down.', '全端末管理責任者任命記録台帳作成。')
  const found = await mistakesIn({ ...DOCUMENTS, ...clause('CPS.AM-1', { start: [step, step, step, step, step] }) })
  expect(found).toEqual([
    {
      path,
      at: '',
      value: '0.66',
      wrong: 'hard to read: share of kanji above 0.4',
      fix: 'say it in spoken words instead of compounds',
    },
  ])
})
