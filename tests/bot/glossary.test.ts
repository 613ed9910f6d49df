import { describe, expect, it } from 'vitest'
import { citationsOf } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { LANGS, type Lang, type Term } from '../../corpus/schema.ts'
import { composeTestBot } from './composed.ts'
import { brokenPromises } from './promises.ts'

const { ask, corpus, knowledge } = await composeTestBot()

const meaning = ({ term, means }: Term, lang: Lang) => ({
  kind: 'list',
  heading: wordsIn(lang).meaning(term[lang]),
  items: [means[lang]],
  ordered: false,
  own: true,
})

describe('a word out of the glossary', () => {
  it.each<readonly [Lang, string]>([
    ['ja', 'VPN'],
    ['ja', 'ＶＰＮとは'],
    ['ja', 'VPNって何？'],
    ['en', 'What is a VPN?'],
    ['en', 'what’s a vpn'],
    ['en', 'vpn'],
  ])('is explained first, as Shirube’s own words, then what it leads to: %s: %s', async (lang, question) => {
    const term = knowledge.term('VPN')
    const reply = await ask(question, lang)
    expect(reply.blocks[0]).toEqual(term === undefined ? undefined : meaning(term, lang))
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(term?.related.slice(0, 3))
    expect(brokenPromises(reply, knowledge)).toEqual([])
  })

  it.each(LANGS)(
    'is found under every spelling that its file lists, in %s',
    async (lang) => {
      const missed: string[] = []
      for (const { body } of corpus.terms.filter((filed) => filed.body.related.length > 0)) {
        for (const spelling of [body.term[lang], ...body.spellings[lang]]) {
          const shown = (await ask(spelling, lang)).blocks.map((block) => JSON.stringify(block))
          if (!shown.includes(JSON.stringify(meaning(body, lang)))) missed.push(`${body.id}: ${spelling}`)
        }
      }
      expect(missed).toEqual([])
    },
    60_000,
  )
})
