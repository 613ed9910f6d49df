import { describe, expect, it } from 'vitest'
import { citationsOf, type Reply } from '../../bot/reply.ts'
import { answerWordsIn } from '../../bot/words/answers.ts'
import { composeTestBot } from './composed.ts'
import { brokenPromises } from './promises.ts'

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
    const words = answerWordsIn(reply.lang)
    expect(headings(reply).slice(0, 2)).toEqual([words.rightNow, words.whoHelps])
    expect(reply.outcome).toBe('answered')
    expect(citationsOf(reply).length).toBeGreaterThan(0)
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
])('somebody who asks beforehand or of another time is answered as usual: %s', async (text) => {
  expect(headings(await ask(text))).not.toContain(answerWordsIn('en').rightNow)
  expect(headings(await ask(text))).not.toContain(answerWordsIn('ja').rightNow)
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
