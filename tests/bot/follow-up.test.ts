import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { choicesOf, citationsOf, type Reply } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { clauseIn, composeTestBot, said } from './composed.ts'
import { brokenPromises, textsOf } from './promises.ts'

const { answer, knowledge } = await composeTestBot()

/** A conversation of its own; what is said in it is answered in turn. */
function talk(): (text: string, lang?: Lang) => Promise<Reply> {
  const thread = `test:${randomUUID()}`
  return async (text, lang) => {
    const reply = await answer({ ...said(text, lang), thread })
    expect(brokenPromises(reply, knowledge)).toEqual([])
    return reply
  }
}

const citedFirst = (reply: Reply): string | undefined => citationsOf(reply)[0]?.id
const headings = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? [block.heading] : []))

describe('a message that only asks on', () => {
  it.each<readonly [Lang, string, keyof ReturnType<typeof wordsIn>]>([
    ['en', 'How?', 'allSteps'],
    ['en', 'What counts as evidence?', 'evidence'],
    ['en', 'Who does it, us or the vendor?', 'whoDoes'],
    ['en', 'and the evidence?', 'evidence'],
    ['ja', 'どうすればいい？', 'allSteps'],
    ['ja', '証拠は？', 'evidence'],
    ['ja', '業者の分担は？', 'whoDoes'],
    ['ja', 'じゃあ証拠は？', 'evidence'],
  ])('is about what was just answered: %s: %s', async (lang, text, heading) => {
    const ask = talk()
    await ask(lang === 'en' ? 'What is CPS.IP-9?' : 'CPS.IP-9とは')
    const reply = await ask(text)
    expect([citedFirst(reply), reply.lang, headings(reply)]).toEqual(['CPS.IP-9', lang, [wordsIn(lang)[heading]]])
  })

  it.each(['Why?', 'なぜ？'])('gives the reason first: %s', async (text) => {
    const ask = talk()
    await ask('CPS.AN-2の証拠は？', 'ja')
    const reply = await ask(text)
    const item = knowledge.checklist.find(({ rests_on }) => rests_on.cpsf[0] === 'CPS.AN-2')
    expect(item).toBeUndefined()
    expect(textsOf(reply)[0]).toBe(clauseIn(knowledge, 'CPS.AN-2').why[reply.lang])
  })

  it('goes on being about it, turn after turn', async () => {
    const ask = talk()
    await ask('CPS.IP-9とは')
    const cited = [await ask('なぜ？'), await ask('証拠は？'), await ask('業者の分担は？')].map(citedFirst)
    expect(cited).toEqual(['CPS.IP-9', 'CPS.IP-9', 'CPS.IP-9'])
  })

  it('says it again in another language', async () => {
    const ask = talk()
    await ask('CPS.IP-9とは')
    const reply = await ask('in English please')
    expect([citedFirst(reply), reply.lang]).toEqual(['CPS.IP-9', 'en'])
    const back = await ask('日本語で')
    expect([citedFirst(back), back.lang]).toEqual(['CPS.IP-9', 'ja'])
  })

  it('is about nothing where nothing was said before, in this conversation', async () => {
    const [one, other] = [talk(), talk()]
    await one('CPS.IP-9とは')
    expect(citedFirst(await other('証拠は？'))).not.toBe('CPS.IP-9')
  })
})

describe('a choice that is typed', () => {
  it.each([
    ['1', 0],
    ['2番目', 1],
    ['二つ目', 1],
    ['the second one', 1],
    ['２', 1],
    ['最初の', 0],
  ])('is taken from the choices just offered: %s', async (text, at) => {
    const ask = talk()
    const offered = choicesOf(await ask('明日の名古屋の天気は？'))
    expect(offered.length).toBeGreaterThan(1)
    expect(citedFirst(await ask(text))).toBe(offered[at]?.id)
  })

  it('that nobody offered breaks nothing', async () => {
    const ask = talk()
    await ask('CPS.IP-9とは')
    for (const text of ['3', 'the third one', '最後の']) await ask(text)
  })
})

describe('a message that stands on its own', () => {
  it.each([
    ['a clause', 'CPS.AC-1とは', 'CPS.AC-1'],
    [
      'a long question',
      'CPS.AC-2 で言われているサーバー室の鍵は、具体的にはだれがどのように管理すればよいのでしょうか',
      'CPS.AC-2',
    ],
  ])('is not about what went before: %s', async (_, text, id) => {
    const ask = talk()
    await ask('CPS.IP-9とは')
    expect(citedFirst(await ask(text))).toBe(id)
  })

  it.each([
    ['ありがとう', 'smalltalk'],
    ['thanks', 'smalltalk'],
    ['help', 'command'],
    ['これでうちは安全ですよね？', 'no_claim'],
    ['So are we certified now?', 'no_claim'],
    ['CPS.AC-99は？', 'no_such_clause'],
  ])('ends as it would alone: %s', async (text, outcome) => {
    for (const before of [
      'CPS.IP-9とは',
      '退職した人のアカウントはどうすればいい？',
      'How often should we take backups?',
    ]) {
      const ask = talk()
      expect((await ask(before)).outcome).toBe('answered')
      expect((await ask(text)).outcome).toBe(outcome)
    }
  })
})

describe('out of a list', () => {
  const compared = async (ask: ReturnType<typeof talk>) =>
    citationsOf(await ask('AC-1とIP-9の違いは？')).map(({ id }) => id)

  it.each([
    ['tell me more about the second one', 1],
    ['2つ目をくわしく', 1],
    ['and the first?', 0],
    ['1つ目のほうは？', 0],
    ['the last one please', 1],
    ['退職のほう', 1],
    ['the one about leaving', 1],
  ])('an entry is picked by its place or by its words: %s', async (text, at) => {
    const ask = talk()
    const ids = await compared(ask)
    expect(citedFirst(await ask(text))).toBe(ids[at])
  })

  it.each(['両方', 'both please'])('all of it is shown side by side: %s', async (text) => {
    const ask = talk()
    const ids = await compared(ask)
    expect(citationsOf(await ask(text)).map(({ id }) => id)).toEqual(ids)
  })

  it.each(['neither', 'どれも違う', 'none of these'])(
    'nothing is taken: other topics are offered: %s',
    async (text) => {
      const ask = talk()
      const offered = choicesOf(await ask('明日の名古屋の天気は？')).map(({ id }) => id)
      const reply = await ask(text)
      expect(reply.outcome).toBe('not_covered')
      expect(choicesOf(reply).filter(({ id }) => offered.includes(id))).toEqual([])
    },
  )
})

describe('what another framework has on it', () => {
  it.each([
    ['★3だとどれ？', '4-3-4'],
    ['and in the three star list?', '4-3-4'],
    ['IPAではどの項目？', '25-11'],
  ])('is the item that the corpus links most closely, said to be related: %s', async (text, id) => {
    const ask = talk()
    await ask('CPS.IP-4とは')
    const reply = await ask(text)
    expect(citationsOf(reply).map((citation) => citation.id)).toEqual([id, 'CPS.IP-4'])
    expect(textsOf(reply).at(-1)).toMatch(/同じものではありません|not the same/u)
  })

  it.each(['which ISO item is that?', 'NISTだとどれ？'])('is not guessed where there is no link: %s', async (text) => {
    const ask = talk()
    await ask('CPS.IP-4とは')
    const reply = await ask(text)
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.IP-4'])
    expect(textsOf(reply).join()).toMatch(/ありません|no item/u)
  })
})

describe('another topic', () => {
  it.each([
    ['by the way, what is CPS.AC-2?', 'CPS.AC-2'],
    ['ところで、退職した人のメールはどうする？', 'CPS.IP-9'],
  ])('is taken up where it is announced: %s', async (text, id) => {
    const ask = talk()
    await ask('How often should we take backups?')
    expect(citedFirst(await ask(text))).toBe(id)
  })

  it.each(['What is the capital of Mongolia?', '昨日の阪神戦どっちが勝った？', 'good recipe for leftover rice?'])(
    'that the corpus knows nothing of is not answered from what was said before: %s',
    async (text) => {
      const ask = talk()
      await ask('How often should we take backups?')
      expect((await ask(text)).outcome).toBe('not_covered')
    },
  )

  it('in between is forgotten by what comes back to the first one', async () => {
    const ask = talk()
    await ask('パソコンの台帳とは CPS.AM-1')
    for (const text of ['ありがとう', '明日の名古屋の天気は？']) await ask(text)
    expect(citedFirst(await ask('なぜ必要？'))).toBe('CPS.AM-1')
  })
})

describe('a message that may be about something else', () => {
  it.each<readonly [string, string, string]>([
    ['What is CPS.SC-6?', 'they failed. now what?', 'CPS.SC-7'],
    ['What is CPS.RA-3?', 'and how do I decide which is worst?', 'CPS.RA-5'],
    ['CPS.AT-2とは', 'うちの新人には最初に何を教える？', 'CPS.AT-1'],
  ])('goes where it points, near what was talked about: %s, %s', async (before, text, id) => {
    const ask = talk()
    await ask(before)
    expect(citationsOf(await ask(text)).map((one) => one.id)).toContain(id)
  })

  it.each<readonly [string, string]>([
    ['What is CPS.IP-4?', 'How do I cook rice?'],
    ['CPS.IP-4とは', '晩ご飯は何がいい？'],
  ])(
    'is not answered from what was talked about where it names what the corpus knows nothing of: %s, %s',
    async (before, text) => {
      const ask = talk()
      await ask(before)
      expect((await ask(text)).outcome).toBe('not_covered')
    },
  )

  it('may be one of many things: it still gets the answer it would get alone', async () => {
    const ask = talk()
    await ask('What is CPS.IP-4?')
    const question = 'Which visitors may enter the server room, and who writes down their names?'
    expect(citedFirst(await ask(question))).toBe(citedFirst(await talk()(question)))
  })
})
