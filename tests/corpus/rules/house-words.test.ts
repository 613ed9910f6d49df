import { describe, expect, it } from 'vitest'
import { bilingual, clause, DOCUMENTS, outside, page, term } from './entries.ts'
import { mistakesIn } from './planted.ts'

const STEP = bilingual('Write a list of every PC you use.', '使っているパソコンを書き出す。')
const withPoint = (ja: string) => ({
  ...DOCUMENTS,
  ...page('start-here', { points: [bilingual('A point to look at.', ja)] }),
})

describe('a Japanese text', () => {
  it.each([
    ['サーバを確かめます。', 'サーバ lacks its long mark', 'write サーバー'],
    ['ユーザの一覧です。', 'ユーザ lacks its long mark', 'write ユーザー'],
    [
      'ステークホルダーに話します。',
      'ステークホルダー is not a word of the shop floor',
      'write 関係する人や会社, or the like',
    ],
    ['ベースラインを決めます。', 'ベースライン is not a word of the shop floor', 'write ふだんの姿, or the like'],
  ])('is told about 「%s」', async (value, wrong, fix) => {
    expect(await mistakesIn(withPoint(value))).toEqual([
      { path: 'guidance/start-here.yaml', at: 'points.0.ja', value, wrong, fix },
    ])
  })

  it.each(['サーバーとルーターの一覧です。', 'モニタリングとフィルタリングの話です。'])(
    'is fine with 「%s」',
    async (value) => {
      expect(await mistakesIn(withPoint(value))).toEqual([])
    },
  )

  it('may explain a word in the glossary, and people may ask with it', async () => {
    const files = {
      ...term('baseline', {
        term: bilingual('Baseline', 'ベースライン'),
        means: bilingual('How it usually is.', 'ふだんの姿のことです。'),
      }),
      ...outside('words', { en: [], ja: ['サーバのベースラインって？'] }),
    }
    expect(await mistakesIn({ ...DOCUMENTS, ...files })).toEqual([])
  })
})

describe('an ending', () => {
  const path = 'cpsf/CPS.AM-1.yaml'
  const why = (ja: string) => ({
    ...DOCUMENTS,
    ...clause('CPS.AM-1', {
      why: bilingual('A bakery forgot one PC. It was sold with the list of customers on it.', ja),
    }),
  })

  it.each([
    ['パン屋がパソコンを忘れた。名簿ごと売られていました。', 'パソコンを忘れた'],
    ['パン屋がパソコンを忘れました。名簿ごと売られて3日。', '名簿ごと売られて3日'.slice(-8)],
  ])('is polite in 「%s」', async (value, end) => {
    const wrong = `「${end}」 is no polite ending`
    expect(await mistakesIn(why(value))).toEqual([
      { path, at: 'why.ja', value, wrong, fix: 'end the sentence in です or ます' },
    ])
  })

  it('may be a noun in the middle of a story', async () => {
    expect(await mistakesIn(why('パン屋が忘れたのは、古いパソコン1台だけ。名簿ごと売られていました。'))).toEqual([])
  })

  it('is plain in a first step', async () => {
    const value = '使っているパソコンを書き出します。'
    const files = clause('CPS.AM-1', { start: [STEP, STEP, { ...STEP, ja: value }] })
    expect(await mistakesIn({ ...DOCUMENTS, ...files })).toEqual([
      {
        path,
        at: 'start.2.ja',
        value,
        wrong: '「ンを書き出します」 is a polite ending',
        fix: 'end it in a plain verb, such as 〜する',
      },
    ])
  })
})
