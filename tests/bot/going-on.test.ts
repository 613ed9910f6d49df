import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { citationsOf, type Reply } from '../../bot/reply.ts'
import { answerWordsIn } from '../../bot/words/answers.ts'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { clauseIn, composeTestBot, said } from './composed.ts'
import { brokenPromises, textsOf } from './promises.ts'

const { answer, knowledge, corpus } = await composeTestBot()
const clauses = corpus.clauses.map(({ body }) => body)
const WHAT: Readonly<Record<Lang, (id: string) => string>> = { en: (id) => `What is ${id}?`, ja: (id) => `${id}とは` }

/** What is answered to the second of two messages. */
async function second(opening: string, text: string, lang: Lang): Promise<Reply> {
  const thread = `test:${randomUUID()}`
  await answer({ ...said(opening, lang), thread })
  const reply = await answer({ ...said(text, lang), thread })
  expect(brokenPromises(reply, knowledge)).toEqual([])
  return reply
}

const afterReading = (id: string, text: string, lang: Lang): Promise<Reply> => second(WHAT[lang](id), text, lang)

const listed = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'list' ? [{ heading: block.heading, items: block.items }] : []))

describe('going on about a clause that was just explained', () => {
  it.each([
    ['CPS.AT-1', '社員教育って何やればいい？', 'パートさんも？', 'パート'],
    ['CPS.IP-9', '退職した人のメールってどうしたらいい？', 'じゃあ会社のスマホは？', 'スマホ'],
    ['CPS.IP-9', 'Someone quit. What about his mail?', 'and his phone?', 'phone'],
    ['CPS.IP-4', 'our backup is a USB disk next to the server', 'and the cloud stuff?', 'cloud'],
  ] as const)('gets what %s has on it: %s %s', async (...[id, opening, text, word]) => {
    const lang = /^[\u0020-\u007e]+$/u.test(opening) ? 'en' : 'ja'
    const reply = await second(opening, text, lang)
    const [list] = listed(reply)
    expect(citationsOf(reply)[0]?.id).toBe(id)
    expect(list?.heading).toBe(answerWordsIn(lang).nearestHeading)
    expect(list?.items.length).toBeLessThanOrEqual(2)
    for (const item of list?.items ?? []) expect(item.toLowerCase()).toContain(word)
  })

  it('gets the points that a page has on it', async () => {
    const reply = await second('取引先からセキュリティチェックシートが届いた', 'ネットの配線図も出すの？', 'ja')
    expect(citationsOf(reply)[0]?.id).toBe('customer-questionnaire')
    expect(listed(reply)).toEqual([{ heading: '', items: [expect.stringContaining('配線図')] }])
  })

  it('never reads the same again, whichever clause it is', async () => {
    for (const lang of LANGS)
      for (const { asks, why, start, id } of clauses) {
        const reply = await afterReading(id, lang === 'en' ? 'and then?' : 'ほかには？', lang)
        expect(citationsOf(reply)[0]?.id).toBe(id)
        if (start.length === 3) continue
        expect(textsOf(reply)).not.toContain(`${asks[lang]}[1]`)
        expect(textsOf(reply)).not.toContain(why[lang])
        expect(listed(reply)).toEqual([
          { heading: answerWordsIn(lang).whatElse, items: start.slice(3).map((step) => step[lang]) },
        ])
      }
  })

  it.each<readonly [Lang, string]>([
    ['en', 'in Japanese please'],
    ['ja', 'やさしい日本語で'],
  ])('says all of it again to somebody who wants it said another way: %s: %s', async (lang, text) => {
    const reply = await afterReading('CPS.IP-9', text, lang)
    expect(listed(reply).map(({ items }) => items.length)).toEqual([text.startsWith('in') ? 3 : 2])
  })

  it.each<readonly [Lang, string]>([
    ['ja', 'だめなの？'],
    ['ja', 'それってまずいですか？'],
    ['en', 'is that bad?'],
  ])('tells why it matters to somebody who asks whether it does: %s: %s', async (lang, text) => {
    const reply = await afterReading('CPS.AN-2', text, lang)
    expect(textsOf(reply)[0]).toBe(clauseIn(knowledge, 'CPS.AN-2').why[lang])
  })
})
