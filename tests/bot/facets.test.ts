import { describe, expect, it } from 'vitest'
import type { Block, Reply } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { LANGS, type Bilingual, type Clause, type Lang } from '../../corpus/schema.ts'
import { clauseIn, composeTestBot } from './composed.ts'

const { ask, choose, knowledge, corpus } = await composeTestBot()

const text = (said: string): Block => ({ kind: 'text', text: said })
const own = (heading: string, items: readonly string[], ordered: boolean): Block => ({
  kind: 'list',
  heading,
  items,
  ordered,
  own: true,
})

/** What each way of asking about a clause shows before the citation. */
const SHOWS = {
  what: ({ asks, why, start }, lang) => [
    text(`${asks[lang]}[1]`),
    text(why[lang]),
    own(wordsIn(lang).firstSteps, all(start.slice(0, 3), lang), true),
  ],
  why: ({ asks, why, start }, lang) => [
    text(why[lang]),
    text(`${asks[lang]}[1]`),
    own(wordsIn(lang).firstSteps, all(start.slice(0, 3), lang), true),
  ],
  how: ({ asks, start }, lang) => [text(`${asks[lang]}[1]`), own(wordsIn(lang).allSteps, all(start, lang), true)],
  evidence: ({ asks, evidence }, lang) => [
    text(`${asks[lang]}[1]`),
    own(wordsIn(lang).evidence, all(evidence, lang), false),
  ],
  who: ({ asks, outsourced: { you, vendor, agree } }, lang) => {
    const words = wordsIn(lang)
    const colon = lang === 'ja' ? '：' : ': '
    const items = [
      `${words.you}${colon}${you[lang]}`,
      `${words.vendor}${colon}${vendor[lang]}`,
      `${words.agree}${colon}${agree[lang]}`,
    ]
    return [text(`${asks[lang]}[1]`), own(words.whoDoes, items, false)]
  },
} satisfies Record<string, (clause: Clause, lang: Lang) => readonly Block[]>

const all = (texts: readonly Bilingual[], lang: Lang): readonly string[] => texts.map((one) => one[lang])
const beforeCitations = (reply: Reply): readonly Block[] =>
  reply.blocks.slice(
    0,
    reply.blocks.findIndex(({ kind }) => kind === 'citations'),
  )

type Facet = keyof typeof SHOWS

describe.each<readonly [Facet, Lang, readonly string[]]>([
  ['what', 'en', ['What is CPS.AC-1?', 'Explain cps ac 1', 'What does CPS.AC-1 mean?', 'Tell me about CPS.AC-1']],
  ['what', 'ja', ['CPS.AC-1とは', 'CPS.AC-1って何？', 'CPS.AC-1を簡単に説明して', 'CPSのAC1について教えて']],
  ['why', 'en', ['Why does CPS.AC-1 matter?', 'CPS.AC-1: what could go wrong?', 'What’s the point of CPS.AC-1?']],
  ['why', 'ja', ['CPS.AC-1はなぜ必要？', 'なんでCPS.AC-1をやるの', 'CPS.AC-1をやる理由は', 'どうしてCPS.AC-1？']],
  ['how', 'en', ['How do we start with CPS.AC-1?', 'What should we do about CPS.AC-1?', 'Steps for CPS.AC-1']],
  ['how', 'ja', ['CPS.AC-1はどうすればいい？', 'CPS.AC-1の進め方', 'CPS.AC-1は何から始める？']],
  ['evidence', 'en', ['What evidence is there for CPS.AC-1?', 'What can we show for CPS.AC-1?', 'proof of CPS.AC-1']],
  ['evidence', 'ja', ['CPS.AC-1の証拠は？', 'CPS.AC-1は何を見せればいい？', 'CPS.AC-1のエビデンス']],
  ['who', 'en', ['Who is responsible for CPS.AC-1?', 'CPS.AC-1: us or our vendor?', 'Whose job is CPS.AC-1?']],
  ['who', 'ja', ['CPS.AC-1は誰がやる？', 'CPS.AC-1は業者とどう分担する？', 'CPS.AC-1の責任範囲は？']],
])('asked %s, in %s,', (facet, lang, questions) => {
  it.each(questions)('shows that and nothing else: %s', async (question) => {
    const reply = await ask(question, lang)
    expect(beforeCitations(reply)).toEqual(SHOWS[facet](clauseIn(knowledge, 'CPS.AC-1'), lang))
  })
})

describe('the help text keeps its word', () => {
  it.each<readonly [Lang, string, Facet]>([
    ['en', 'what is CPS.AC-1', 'what'],
    ['en', 'CPS.AC-1 why?', 'why'],
    ['en', 'CPS.AC-1 what counts as evidence?', 'evidence'],
    ['en', 'CPS.AC-1 who does it, us or the vendor?', 'who'],
    ['ja', 'CPS.AC-1とは', 'what'],
    ['ja', 'CPS.AC-1 なぜ？', 'why'],
    ['ja', 'CPS.AC-1 証拠は？', 'evidence'],
    ['ja', 'CPS.AC-1 業者の分担は？', 'who'],
  ])('%s: %s', async (lang, question, facet) => {
    expect(beforeCitations(await ask(question))).toEqual(SHOWS[facet](clauseIn(knowledge, 'CPS.AC-1'), lang))
  })
})

it('shows the overview of a clause that was pressed, every one in both languages', async () => {
  for (const { body } of corpus.clauses) {
    for (const lang of LANGS) {
      expect(beforeCitations(await choose(body.id, lang))).toEqual(SHOWS.what(body, lang))
    }
  }
})
