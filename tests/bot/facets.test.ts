import { describe, expect, it } from 'vitest'
import type { Block, Reply } from '../../bot/reply.ts'
import { answerWordsIn } from '../../bot/words/answers.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { LANGS, type Bilingual, type Clause, type Lang } from '../../corpus/schema.ts'
import { clauseIn, composeTestBot } from './composed.ts'
import { wordsOf } from './promises.ts'

const composed = await composeTestBot()
const { ask, choose, knowledge, corpus } = composed

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
  why: ({ asks, why }, lang) => [text(why[lang]), text(answerWordsIn(lang).toPrevent('CPSF', `${asks[lang]}[1]`))],
  how: ({ asks, start }, lang) => [text(`${asks[lang]}[1]`), own(wordsIn(lang).allSteps, all(start, lang), true)],
  evidence: ({ title, evidence }, lang) => [
    text(answerWordsIn(lang).evidenceLead(marked(title[lang], lang))),
    own(wordsIn(lang).evidence, all(evidence, lang), false),
  ],
  who: ({ title, outsourced: { you, vendor, agree } }, lang) => {
    const words = wordsIn(lang)
    const colon = lang === 'ja' ? '：' : ': '
    const items = [
      `${words.you}${colon}${you[lang]}`,
      `${words.vendor}${colon}${vendor[lang]}`,
      `${words.agree}${colon}${agree[lang]}`,
    ]
    return [text(answerWordsIn(lang).whoLead(marked(title[lang], lang))), own(words.whoDoes, items, false)]
  },
} satisfies Record<string, (clause: Clause, lang: Lang) => readonly Block[]>

const marked = (title: string, lang: Lang): string => (lang === 'ja' ? `「${title}」[1]` : `“${title}”[1]`)
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

describe('money and hours', () => {
  it.each(LANGS)(
    'come from the checklist as an estimate of Shirube’s own, or are said to be unknown, in %s',
    async (lang) => {
      const ask = (id: string) => (lang === 'ja' ? `${id}の費用は？` : `How much does ${id} cost?`)
      for (const { body } of corpus.clauses) {
        const reply = await composed.ask(ask(body.id), lang)
        const [lead = '', ...items] = reply.blocks.flatMap(wordsOf)
        const isKnown = corpus.checklist.some((item) => item.body.rests_on.cpsf.includes(body.id))
        expect(lead).toMatch(isKnown ? /Shirubeが大まかに見立て|own rough estimate/u : /目安がありません|no estimate/u)
        expect(items.some((item) => /8|40/u.test(item) && /時間|hours/u.test(item))).toBe(isKnown)
      }
    },
  )
})

describe('how often', () => {
  it.each<readonly [Lang, string]>([
    ['en', 'How often should we take backups?'],
    ['ja', 'バックアップはどのくらいの頻度で取る？'],
  ])('shows what names a rhythm, and whose it is to set, in %s', async (lang, question) => {
    const reply = await composed.ask(question)
    const { title } = clauseIn(knowledge, 'CPS.IP-4')
    expect(beforeCitations(reply)[0]).toEqual(text(answerWordsIn(lang).oftenLead(marked(title[lang], lang), 'CPSF')))
    const items = reply.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) expect(item).toMatch(/毎|年|月|日|ごと|every|once|how often|how long/iu)
  })
})

describe('whether it must be, or is enough,', () => {
  it.each<readonly [Lang, string, RegExp]>([
    ['en', 'Do we need to do CPS.AC-2?', /no law/u],
    ['ja', 'CPS.AC-2は必要ですか？', /法律ではありません/u],
    ['en', 'Is one lock enough for CPS.AC-2?', /can’t tell/u],
    ['ja', 'CPS.AC-2は鍵だけでいい？', /言えません/u],
  ])('is left to the firm, with what is asked: %s: %s', async (lang, question, leaves) => {
    const said = beforeCitations(await composed.ask(question))
      .flatMap(wordsOf)
      .join('\n')
    expect(said).toMatch(leaves)
    expect(said).toContain(`${clauseIn(knowledge, 'CPS.AC-2').asks[lang]}[1]`)
  })
})
