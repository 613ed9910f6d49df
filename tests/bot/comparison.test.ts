import { describe, expect, it } from 'vitest'
import { citationsOf } from '../../bot/reply.ts'
import { LANGS, type Clause, type Lang } from '../../corpus/schema.ts'
import { clauseIn, composeTestBot } from './composed.ts'
import { brokenPromises, textsOf } from './promises.ts'

const { ask, corpus, knowledge } = await composeTestBot()
const clauses = corpus.clauses.map(({ body }) => body)

const ASKED: Readonly<Record<Lang, (one: string, other: string) => string>> = {
  ja: (one, other) => `${one}と${other}の違いは？`,
  en: (one, other) => `What is the difference between ${one} and ${other}?`,
}
const quoted = (title: string, lang: Lang): string => (lang === 'ja' ? `「${title}」` : `“${title}”`)
const colon: Readonly<Record<Lang, string>> = { ja: '：', en: ': ' }

const stated = ({ title, asks }: Clause, n: number, lang: Lang): string =>
  `${quoted(title[lang], lang)}[${n}]${colon[lang]}${asks[lang]}`

/** The corpus's sentence, with titles where it says "this one" and "the other". */
const isDifference = (text: string | undefined, [told, other]: readonly [Clause, Clause], lang: Lang): boolean => {
  const said = told.differs.find(({ from }) => from === other.id)?.[lang] ?? ''
  const kept = said.split(/こちら|あちら|\bthis one\b|\bthat one\b|\bthe other(?! firm)\b/iu)
  return (
    text !== undefined && kept.every((part) => text.includes(part)) && text.includes(quoted(told.title[lang], lang))
  )
}

describe('two clauses that were named are set side by side', () => {
  it.each(LANGS)(
    'with the difference, wherever the corpus tells it, in %s',
    async (lang) => {
      const pairs = clauses.flatMap((one) => one.differs.map(({ from }) => [one, clauseIn(knowledge, from)] as const))
      expect(pairs.length).toBeGreaterThan(50)
      for (const [one, other] of pairs) {
        const reply = await ask(ASKED[lang](one.id, other.id))
        const [difference, ...statements] = textsOf(reply)
        expect(isDifference(difference, [one, other], lang)).toBe(true)
        expect(statements).toEqual([stated(one, 1, lang), stated(other, 2, lang)])
        expect(citationsOf(reply).map(({ id }) => id)).toEqual([one.id, other.id])
        expect(brokenPromises(reply, knowledge)).toEqual([])
      }
    },
    60_000,
  )

  it('with the difference as the second one tells it, where the first one is silent', async () => {
    const silent = clauses.flatMap((told) =>
      told.differs
        .map(({ from }) => clauseIn(knowledge, from))
        .filter((first) => !first.differs.some(({ from }) => from === told.id))
        .map((first) => [first, told] as const),
    )
    for (const [first, told] of silent.slice(0, 10)) {
      const reply = await ask(ASKED.en(first.id, told.id))
      expect(isDifference(textsOf(reply)[0], [told, first], 'en')).toBe(true)
    }
    expect(silent.length).toBeGreaterThan(0)
  })

  it('without a word on the difference where the corpus has none', async () => {
    const [one, other] = [clauseIn(knowledge, 'CPS.AM-1'), clauseIn(knowledge, 'CPS.CO-3')]
    const reply = await ask(ASKED.en(one.id, other.id))
    expect(textsOf(reply)).toEqual([stated(one, 1, 'en'), stated(other, 2, 'en')])
  })

  it('in the order they were named', async () => {
    const reply = await ask('CPS.IP-9 or CPS.AC-1?')
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.IP-9', 'CPS.AC-1'])
  })

  it('in the order they were named when only one is written in full', async () => {
    const reply = await ask('AC-1とCPS.IP-9の違いは？')
    expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.AC-1', 'CPS.IP-9'])
  })
})

it('a clause named twice is explained once', async () => {
  const reply = await ask('CPS.AC-1, I mean cps ac 1')
  expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.AC-1'])
})

it('of four clauses that were named, the first three are shown', async () => {
  const reply = await ask('CPS.AC-1, CPS.AC-2, CPS.AC-3, CPS.AC-4')
  expect(citationsOf(reply).map(({ id }) => id)).toEqual(['CPS.AC-1', 'CPS.AC-2', 'CPS.AC-3'])
  expect(brokenPromises(reply, knowledge)).toEqual([])
})

it.each([
  ['バックアップと災害の備えの違いは？', ['CPS.IP-4', 'CPS.RP-3']],
  ['how is IP-4 different from encrypting what we store?', ['CPS.IP-4', 'CPS.DS-2']],
  ['What is the difference between encrypting stored data and encrypting connections?', ['CPS.DS-2', 'CPS.DS-3']],
])('clauses that were named by words are set side by side: %s', async (question, ids) => {
  const reply = await ask(question)
  expect(citationsOf(reply).map(({ id }) => id)).toEqual(ids)
  expect(brokenPromises(reply, knowledge)).toEqual([])
})

it.each(['NIST CSF vs CPSF', '★3と★4の違いは？'])('a page that tells frameworks apart is not: %s', async (question) => {
  const [first] = citationsOf(await ask(question))
  expect(knowledge.entry(first?.id ?? '')?.kind).toBe('page')
})
