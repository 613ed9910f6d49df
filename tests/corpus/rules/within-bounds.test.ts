import { describe, expect, it } from 'vitest'
import { bilingual, checklistItem, clause, DOCUMENTS, page, scsItem } from './entries.ts'
import { mistakesIn } from './planted.ts'

const path = 'cpsf/CPS.AM-1.yaml'
const STEP = bilingual('Write a list of every PC you use.', '使っているパソコンを書き出す。')
const TITLE = bilingual('Know what you own', '持ち物を知る')
/** Short sentences, so that only their number is a problem. */
const tooManyWords = (sentences: number): string => 'Keep a list of it. '.repeat(sentences).trim()
const tooManyCharacters = (sentences: number): string => 'それを表に書いておきます。'.repeat(sentences)

describe('a text that is too long', () => {
  it('is found in a title, counted as a reader counts', async () => {
    // One character to a reader, five to a computer.
    const [fits, long] = ['👩‍🔧'.repeat(59) + '人', '👩‍🔧'.repeat(60) + '人']
    const files = {
      ...DOCUMENTS,
      ...clause('CPS.AM-1', { title: { ...TITLE, ja: long } }),
      ...clause('CPS.AM-2', { title: { ...TITLE, ja: fits } }),
    }
    const wrong = '61 characters, 60 at most'
    expect(await mistakesIn(files)).toEqual([{ path, at: 'title.ja', value: long, wrong, fix: 'say it shorter' }])
  })

  it('is found sooner in the title of a checklist item, of which several stand in one line', async () => {
    const title = bilingual(
      'PCs that are carried out of the office home',
      '会社から持ち出すパソコンとスマホとタブレット',
    )
    const files = { ...DOCUMENTS, ...checklistItem('CK-01', {}, { title }) }
    const titles = (await mistakesIn(files)).filter(({ at }) => at.startsWith('title'))
    expect(titles.map(({ at, wrong }) => [at, wrong])).toEqual([
      ['title.en', '43 characters, 40 at most'],
      ['title.ja', '22 characters, 20 at most'],
    ])
  })

  it('is found in what a clause asks, by words in English and characters in Japanese', async () => {
    const asks = bilingual(tooManyWords(13), tooManyCharacters(10))
    expect(await mistakesIn({ ...DOCUMENTS, ...clause('CPS.AM-1', { asks }) })).toEqual([
      { path, at: 'asks.en', value: asks.en, wrong: '65 words, 60 at most', fix: 'say it shorter' },
      { path, at: 'asks.ja', value: asks.ja, wrong: '130 characters, 120 at most', fix: 'say it shorter' },
    ])
  })

  it('is found in the summary of a page, which may be longer', async () => {
    const summary = bilingual(tooManyWords(17), tooManyCharacters(16))
    const fits = bilingual(tooManyWords(16), tooManyCharacters(15))
    const files = { ...DOCUMENTS, ...page('start-here', { summary }), ...page('go-on-there', { summary: fits }) }
    expect(await mistakesIn(files)).toEqual([
      {
        path: 'guidance/start-here.yaml',
        at: 'summary.en',
        value: summary.en,
        wrong: '85 words, 80 at most',
        fix: 'say it shorter',
      },
      {
        path: 'guidance/start-here.yaml',
        at: 'summary.ja',
        value: summary.ja,
        wrong: '208 characters, 200 at most',
        fix: 'say it shorter',
      },
    ])
  })
})

describe('a list', () => {
  it('of first steps has three to five, of evidence two to four', async () => {
    const lists = { start: [STEP, STEP], evidence: Array.from({ length: 5 }, () => TITLE) }
    expect(await problemsWithLists(lists)).toEqual([
      { path, at: 'start', value: '2', wrong: 'there should be 3 or more', fix: 'write the missing ones' },
      { path, at: 'evidence', value: '5', wrong: 'there should be 4 at most', fix: 'keep the best ones' },
    ])
  })

  it('of questions has eight in each language, four for an item of the SCS', async () => {
    const few = { en: ['one?', 'two?', 'three?', 'four?'], ja: ['いち？', 'に？', 'さん？', 'し？'] }
    const fewer = { en: ['five?', 'six?', 'seven?', 'eight?'], ja: ['ご？', 'ろく？', 'しち？'] }
    const files = { ...DOCUMENTS, ...clause('CPS.AM-1', { questions: few }), ...scsItem('1-1-1', { questions: fewer }) }
    expect(await mistakesIn(files)).toEqual([
      { path, at: 'questions.ja', value: '4', wrong: 'there should be 8 or more', fix: 'write the missing ones' },
      { path, at: 'questions.en', value: '4', wrong: 'there should be 8 or more', fix: 'write the missing ones' },
      {
        path: 'scs/1-1-1.yaml',
        at: 'questions.ja',
        value: '3',
        wrong: 'there should be 4 or more',
        fix: 'write the missing ones',
      },
    ])
  })
})

const problemsWithLists = (lists: Parameters<typeof clause>[1]) =>
  mistakesIn({ ...DOCUMENTS, ...clause('CPS.AM-1', lists) })
