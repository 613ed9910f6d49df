import { describe, expect, it } from 'vitest'
import { bilingual, contact, DOCUMENTS, outside, page, term } from './entries.ts'
import { mistakesIn } from './planted.ts'

const path = 'guidance/start-here.yaml'
const withPoint = (en: string, ja: string) => ({ ...DOCUMENTS, ...page('start-here', { points: [bilingual(en, ja)] }) })

describe('a text in the wrong language', () => {
  it('is found among the English ones', async () => {
    const value = 'The sheet of the 部工会 comes by mail.'
    expect(await mistakesIn(withPoint(value, '部工会の紙が届きます。'))).toEqual([
      {
        path,
        at: 'points.0.en',
        value,
        wrong: 'the English text holds Japanese',
        fix: 'write it in English; put an official Japanese name in brackets',
      },
    ])
  })

  it('is found among the Japanese ones', async () => {
    expect(await mistakesIn(withPoint('Use a VPN.', 'Use a VPN.'))).toEqual([
      {
        path,
        at: 'points.0.ja',
        value: 'Use a VPN.',
        wrong: 'the Japanese text holds no Japanese',
        fix: 'write it in Japanese',
      },
    ])
  })

  it('is not an official name in brackets or quotes', async () => {
    const en = 'The parts makers (部工会) send it, under the heading 「自己評価」.'
    expect(await mistakesIn(withPoint(en, '部工会から「自己評価」の紙が届きます。'))).toEqual([])
  })

  it('is not a name, which may be the same in both', async () => {
    const reach = bilingual('info@example.org', 'info@example.org')
    expect(await mistakesIn({ ...DOCUMENTS, ...term('vpn'), ...contact('desk', { reach }) })).toEqual([])
  })
})

describe('a text that says far more in one language', () => {
  it('is found by the proportion of characters', async () => {
    const value = '書く。'
    const en = 'Write down every machine, who uses it and where it stands.'
    expect(await mistakesIn(withPoint(en, value))).toEqual([
      {
        path,
        at: 'points.0.ja',
        value,
        wrong: '0.05 Japanese characters to one English, where 0.15 to 0.85 is usual',
        fix: 'let both languages say the same',
      },
    ])
  })

  it('is not looked for in a few words', async () => {
    expect(
      await mistakesIn(withPoint('Try it once a year.', '年に1回は、本当に戻せるかどうかを試してみます。')),
    ).toEqual([])
  })
})

describe('a question', () => {
  it('that is mostly Japanese does not belong in the English list', async () => {
    const value = 'USBメモリは使っていい？'
    expect(await mistakesIn({ ...DOCUMENTS, ...outside('mixed', { en: [value], ja: [] }) })).toEqual([
      {
        path: 'outside/mixed.yaml',
        at: 'questions.en.0',
        value,
        wrong: 'a Japanese question stands among the English ones',
        fix: 'move it to the other list',
      },
    ])
  })

  it('may mix languages and scripts, as people do', async () => {
    const questions = { en: ['is the お助け隊 thing for us?'], ja: ['password zenin onaji desu'] }
    expect(await mistakesIn({ ...DOCUMENTS, ...outside('mixed', questions) })).toEqual([])
  })
})
