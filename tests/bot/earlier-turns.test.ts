import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { citationsOf, type Reply } from '../../bot/reply.ts'
import { composeTestBot, said } from './composed.ts'
import { brokenPromises } from './promises.ts'

const { answer, knowledge } = await composeTestBot()

/** A conversation of its own; what is said in it is answered in turn. */
function talk(): (text: string) => Promise<Reply> {
  const thread = `test:${randomUUID()}`
  return async (text) => {
    const reply = await answer({ ...said(text), thread })
    expect(brokenPromises(reply, knowledge)).toEqual([])
    return reply
  }
}

const citedFirst = (reply: Reply): string | undefined => citationsOf(reply)[0]?.id

describe('what was not picked', () => {
  it.each<readonly [string, readonly [string, string, string]]>([
    ['the first one', ['difference between AC-1 and IP-9', 'the second one', 'and the first?']],
    ['the other one', ['difference between AC-1 and IP-9', 'the second one', 'and the other one?']],
    ['1つ目', ['AC-1とIP-9の違いは？', '2つ目をくわしく', '1つ目のほうは？']],
    ['もう一つ', ['AC-1とIP-9の違いは？', '2つ目をくわしく', 'もう一つのほうは？']],
  ])('can still be picked afterwards: %s', async (_, [opening, picking, text]) => {
    const ask = talk()
    await ask(opening)
    expect(citedFirst(await ask(picking))).toBe('CPS.IP-9')
    expect(citedFirst(await ask(text))).toBe('CPS.AC-1')
  })
})

describe('after a refusal', () => {
  it('more said of the same thing may make it clear', async () => {
    const ask = talk()
    expect((await ask('Our Wi-Fi password hangs on a poster in the showroom.')).outcome).toBe('not_covered')
    expect(citedFirst(await ask('what should guests use then?'))).toBe('CPS.AC-3')
  })

  it('a question that is clear by itself is a new one', async () => {
    const ask = talk()
    expect((await ask('What is the capital of Mongolia?')).outcome).toBe('not_covered')
    expect(citedFirst(await ask('how do we back up our server?'))).toBe('CPS.IP-4')
  })

  it.each([
    ['昨日の阪神戦どっちが勝った？', '大谷は何本打った？'],
    ["what's the weather tomorrow", 'and on Sunday?'],
  ])('more of what the corpus does not cover stays refused: %s %s', async (opening, text) => {
    const ask = talk()
    await ask(opening)
    expect((await ask(text)).outcome).toBe('not_covered')
  })
})

describe('a question of its own in an old conversation', () => {
  it.each([
    ['CPS.AT-1', 'how do I back up my PC?', 'CPS.IP-4'],
    ['CPS.IP-4', 'Wi-Fiのパスワードをお客さんに教えていい？', 'CPS.AC-3'],
  ])('after %s is answered as such: %s', async (before, text, id) => {
    const ask = talk()
    await ask(`${before}とは`)
    expect(citedFirst(await ask(text))).toBe(id)
  })

  it('that only sounds like a correction is none', async () => {
    const ask = talk()
    await ask('CPS.AE-2とは')
    expect(citedFirst(await ask('部長じゃないとだめ？'))).toBe('CPS.AE-2')
  })
})
