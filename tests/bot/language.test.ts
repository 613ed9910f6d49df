import { describe, expect, it } from 'vitest'
import { createBot } from '../../bot/bot.ts'
import { asComposed } from '../../bot/writing/wording.ts'
import { CASES, readCases } from '../../evals/cases.ts'
import { createRetriever } from '../../retrieval/retriever.ts'
import { composeTestBot, said } from './composed.ts'
import { wordsOf } from './promises.ts'

const { ask, choose, knowledge, likeness, index, embedder } = await composeTestBot()
const needs = {
  knowledge,
  retriever: createRetriever(index, embedder),
  likeness,
  recall: () => Promise.resolve([]),
  word: asComposed,
}
const defaultsTo = { ja: createBot({ ...needs, defaultLang: 'ja' }), en: createBot({ ...needs, defaultLang: 'en' }) }

describe('the reply is in the language of the question', () => {
  it.each([
    ['ja', 'パスワードはどう決めればいい？'],
    ['ja', 'ﾊﾟｽﾜｰﾄﾞ'],
    ['ja', 'ぱすわーど'],
    ['ja', '退職者'],
    ['ja', 'backup はどうする'],
    ['ja', 'CPS.AC-1とは'],
    ['en', 'How should we choose passwords?'],
    ['en', 'HOW SHOULD WE CHOOSE PASSWORDS?'],
    ['en', 'backup'],
    ['en', 'ｗｈａｔ ａｂｏｕｔ ｂａｃｋｕｐｓ？'],
    ['en', 'What is CPS.AC-1?'],
    ['en', 'thanks 🙏'],
  ] as const)('%s: %s', async (lang, text) => {
    const other = lang === 'ja' ? defaultsTo.en : defaultsTo.ja
    expect((await other(said(text))).lang).toBe(lang)
  })
})

describe('a message that shows no language is answered in the deployment’s', () => {
  it.each(['CPS.AC-1', 'cps ac 1', 'ac-1', 'AC-1, IP-9', 'VPN', '', '?', '🎉', '123', '4-1-1'])('%j', async (text) => {
    const replies = [await defaultsTo.ja(said(text)), await defaultsTo.en(said(text))]
    expect(replies.map(({ lang }) => lang)).toEqual(['ja', 'en'])
  })
})

describe('the language a person chose wins over the question’s', () => {
  it.each([
    '退職した人のアカウントは？',
    'こんにちは',
    '明日の天気は？',
    'これでうちは安全ですよね？',
    'CPS.AC-99',
    'ヘルプ',
    '',
  ])('English for %j', async (text) => {
    expect((await ask(text, 'en')).lang).toBe('en')
  })

  it.each([
    'What about the account of somebody who quit?',
    'hello',
    'So are we certified now?',
    'CPS.AC-99',
    'help',
    '',
  ])('Japanese for %j', async (text) => {
    expect((await ask(text, 'ja')).lang).toBe('ja')
  })

  it('for a pressed choice as well', async () => {
    const [ja, en] = [await choose('CPS.AC-1', 'ja'), await choose('CPS.AC-1', 'en')]
    expect([ja.lang, en.lang]).toEqual(['ja', 'en'])
  })
})

describe('what is pressed is answered in the language it was shown in', () => {
  it.each(['ja', 'en'] as const)('%s', async (shownIn) => {
    const other = shownIn === 'ja' ? defaultsTo.en : defaultsTo.ja
    expect((await other({ id: 'p1', thread: 'p', kind: 'choice', entry: 'CPS.AC-1', shownIn })).lang).toBe(shownIn)
  })
})

it('says nothing in the other language, whatever is asked in whichever', async () => {
  const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
  const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
  const mixed: string[] = []
  for (const { id, q } of await readCases(`${CASES}/dev`)) {
    for (const lang of ['ja', 'en'] as const) {
      const reply = await ask(q, lang)
      const words = reply.blocks.flatMap(wordsOf).filter((text) => text !== '')
      const strange = words.find((text) => (lang === 'ja' ? !JAPANESE.test(text) : KANA.test(text)))
      if (reply.lang !== lang || strange !== undefined) mixed.push(`${id} in ${lang}: ${strange ?? reply.lang}`)
    }
  }
  expect(mixed).toEqual([])
}, 120_000)
