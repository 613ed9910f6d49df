import { describe, expect, it } from 'vitest'
import { citationsOf, type Reply } from '../../../bot/reply.ts'
import type { Incident } from '../../../bot/incident/happening.ts'
import { incidentWordsIn } from '../../../bot/words/incident.ts'
import { composeTestBot } from '../composed.ts'
import { brokenPromises } from '../promises.ts'

const { ask, corpus, knowledge } = await composeTestBot()

const headings = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? [block.heading] : []))

describe('somebody who says that it is happening now', () => {
  it.each([
    'I clicked a link in a strange mail, what now?',
    'our files are encrypted!',
    '変なメールのリンクを押してしまった',
    'ウイルスに感染したみたい、どうしよう',
    '社員が偽サイトにパスワードを入力してしまった',
  ])('reads first what to do this minute and whom to call, then the answer: %s', async (text) => {
    const reply = await ask(text)
    const words = incidentWordsIn(reply.lang)
    expect(headings(reply).slice(0, 2)).toEqual([words.rightNow, words.whoHelps])
    expect(reply.outcome).toBe('answered')
    expect(citationsOf(reply).length).toBeGreaterThan(0)
    expect(brokenPromises(reply, knowledge)).toEqual([])
  })

  it.each<readonly [Incident, string]>([
    ['money', 'We paid a fake invoice'],
    ['money', 'an invoice from our supplier came with a changed bank account'],
    ['money', '取引先から口座が変わったという請求書メールが来た'],
    ['money', '偽の請求書に振り込んでしまった'],
    ['misdirected', 'sent the customer list to the wrong person'],
    ['misdirected', '間違って別のお客さんに見積書を送ってしまった'],
    ['misdirected', 'ＢＣＣのつもりがCCで送っちゃった'],
    ['lost', 'the boss’s phone was stolen'],
    ['lost', '社長がＵＳＢメモリを失くした'],
    ['lost', '電車にノートパソコンを置き忘れました'],
    ['intrusion', 'ランサムウェアにやられた！'],
    ['intrusion', 'we got hacked'],
  ])('reads the first minutes of that kind of incident: %s: %s', async (incident, text) => {
    const reply = await ask(text)
    const [first] = reply.blocks
    expect(first).toMatchObject({ kind: 'list', items: incidentWordsIn(reply.lang).firstAid[incident] })
    expect(reply.outcome).toBe('answered')
    expect(brokenPromises(reply, knowledge)).toEqual([])
  })

  it('is given the names and numbers that the corpus has, with the page to check them on', async () => {
    const reply = await ask('ウイルスに感染したみたい、どうしよう')
    const items = reply.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    const police = corpus.contacts.find(({ body }) => body.id === 'police')?.body
    const called = items.find((item) => item.startsWith(police?.name.ja ?? 'nobody')) ?? ''
    for (const part of [police?.phone, police?.link]) expect(called).toContain(part)
  })
})

it.each([
  'What if we get hacked?',
  'Should our files be encrypted?',
  '感染したらどうする？',
  '去年ウイルスに感染した会社の話を聞いた',
  'How do we train people not to click on links?',
  'スマホをなくしたときのルールは？',
  'メールの誤送信を防ぐには',
  'Do we need rules for lost phones?',
  'USBをなくしたら？',
  'スマホを落としても中を見られないようになっている？',
])('somebody who asks beforehand or of another time is answered as usual: %s', async (text) => {
  expect(headings(await ask(text))).not.toContain(incidentWordsIn('en').rightNow)
  expect(headings(await ask(text))).not.toContain(incidentWordsIn('ja').rightNow)
})

it.each(['How often?', 'お金はかかる？', 'which one?'])(
  'a question about nothing is asked what it is about: %s',
  async (text) => {
    const reply = await ask(text)
    expect(reply.outcome).toBe('not_covered')
    expect(reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join()).toMatch(
      /About what|何について/u,
    )
  },
)
