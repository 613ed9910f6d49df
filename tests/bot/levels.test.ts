import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { LEVELS, type Level } from '../../bot/event.ts'
import { citationsOf, type Reply } from '../../bot/reply.ts'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { composeTestBot, said } from './composed.ts'
import { brokenPromises, wordsOf } from './promises.ts'

const { bot, answer, corpus, knowledge } = await composeTestBot()

const clauses = corpus.clauses.map(({ body }) => body)
const shown = (entry: string, lang: Lang, level: Level): Promise<Reply> =>
  bot({ ...said('', lang), kind: 'choice', entry, level })
const textOf = (reply: Reply): string => reply.blocks.flatMap(wordsOf).join('\n')

/** Characters a sentence has on average. */
const sentenceLength = (text: string): number => mean(text.split(/[。\n]+/u).map((one) => Array.from(one).length))
const share = (text: string, script: RegExp): number => (text.match(script) ?? []).length / Array.from(text).length
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

describe('a reading level', () => {
  it.each(LANGS)('changes no citation of any clause, in %s', async (lang) => {
    for (const { id } of clauses) {
      const replies = await Promise.all(LEVELS.map((level) => shown(id, lang, level)))
      const cited = replies.map((reply) => JSON.stringify(citationsOf(reply)))
      expect(new Set(cited).size, id).toBe(1)
      expect(replies.flatMap((reply) => brokenPromises(reply, knowledge))).toEqual([])
    }
  })

  it('changes no citation of a question, whatever is asked', async () => {
    for (const text of [
      'バックアップの頻度は？',
      'Who does the updates, us or the vendor?',
      '退職者のIDはなぜ止める？',
    ]) {
      const replies = await Promise.all(LEVELS.map((level) => bot({ ...said(text), level })))
      expect(new Set(replies.map((reply) => JSON.stringify(citationsOf(reply)))).size).toBe(1)
    }
  })

  it('for newcomers is easier Japanese: less kanji, no more than two steps, verbs in です・ます', async () => {
    const [usual, easy] = await Promise.all(
      (['incharge', 'newcomer'] as const).map((level) =>
        Promise.all(clauses.map(async ({ id }) => textOf(await shown(id, 'ja', level)))),
      ),
    )
    const kanji = (texts: readonly string[] = []): number => mean(texts.map((text) => share(text, /\p{Script=Han}/gu)))
    expect(kanji(easy)).toBeLessThan(kanji(usual) * 0.93)
    expect(mean((easy ?? []).map(sentenceLength))).toBeLessThan(mean((usual ?? []).map(sentenceLength)))
    expect(mean((easy ?? []).map((text) => text.length))).toBeLessThan(mean((usual ?? []).map((text) => text.length)))
    for (const { id } of clauses) {
      const steps = (await shown(id, 'ja', 'newcomer')).blocks.flatMap((block) =>
        block.kind === 'list' ? block.items : [],
      )
      expect(steps.length).toBeLessThanOrEqual(2)
      expect(steps.filter((step) => /(?<!ま|で)[うくぐすつぬぶむる]。?$/u.test(step))).toEqual([])
    }
  })

  it.each<readonly [Lang, string, RegExp]>([
    ['ja', 'CPS.MA-1', /「ルーター」は、.+です。/u],
    ['ja', 'CPS.DS-2', /「暗号化」は、.+です。/u],
    ['en', 'CPS.MA-2', /\(“remote maintenance”: .+\.\)/u],
  ])('for newcomers explains a hard word once, where it first comes up: %s %s', async (lang, id, explained) => {
    const text = textOf(await shown(id, lang, 'newcomer'))
    expect(text.split(explained)).toHaveLength(2)
    expect(textOf(await shown(id, lang, 'incharge'))).not.toMatch(explained)
  })

  it.each(LANGS)('for owners says what, why and what they decide, and shows one first step, in %s', async (lang) => {
    for (const { id, asks, why, outsourced, start } of clauses) {
      const text = textOf(await shown(id, lang, 'owner'))
      for (const part of [asks[lang], why[lang], outsourced.you[lang], start[0]?.[lang] ?? ''])
        expect(text).toContain(part)
      expect(text).not.toContain(start[1]?.[lang])
    }
  })
})

describe('a level that is asked for in words', () => {
  const talk = (): ((text: string) => Promise<Reply>) => {
    const thread = `test:${randomUUID()}`
    return (text) => answer({ ...said(text), thread })
  }

  it.each([
    ['CPS.AC-7とは', 'やさしい日本語で'],
    ['CPS.AC-7とは', 'もっと簡単に'],
    ['CPS.AC-7とは', '社長向けに'],
    ['What is CPS.AC-7?', 'simpler please'],
    ['What is CPS.AC-7?', 'for the boss'],
    ['What is CPS.AC-7?', "I don't understand"],
  ])('says the same clause another way: %s – %s', async (question, wish) => {
    const ask = talk()
    const [before, after] = [await ask(question), await ask(wish)]
    expect(citationsOf(after)).toEqual(citationsOf(before))
    expect(textOf(after)).not.toBe(textOf(before))
  })

  it('stays for the thread, until another is asked for', async () => {
    const ask = talk()
    await ask('CPS.AC-7をやさしい日本語で')
    const easy = await ask('CPS.DS-2とは')
    expect(textOf(easy)).toBe(textOf(await shown('CPS.DS-2', 'ja', 'newcomer')))
    await ask('普通の説明に戻して')
    expect(textOf(await ask('CPS.DS-2とは'))).toBe(textOf(await shown('CPS.DS-2', 'ja', 'incharge')))
  })

  it('is not what was searched for', async () => {
    const plain = await bot(said('バックアップはどのくらいの頻度で取る？'))
    const easy = await bot(said('バックアップはどのくらいの頻度で取る？ やさしい日本語で'))
    expect(citationsOf(easy)[0]).toEqual(citationsOf(plain)[0])
  })
})
