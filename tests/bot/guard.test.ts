import { describe, expect, it } from 'vitest'
import { createBot } from '../../bot/bot.ts'
import { claimsAboutSomebody } from '../../bot/answering/guard.ts'
import type { Knowledge } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { asComposed } from '../../bot/writing/wording.ts'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { clauseIn, composeTestBot } from './composed.ts'

const { bot, corpus, knowledge } = await composeTestBot()

type Clause = ReturnType<typeof clauseIn>

/** What the bot says about a clause whose text somebody has changed. */
async function replyWith(change: (clause: Clause) => Clause, lang: Lang): Promise<Reply> {
  const changed: Knowledge = {
    ...knowledge,
    entry: (id) =>
      id === 'CPS.AC-1' ? { kind: 'clause', body: change(clauseIn(knowledge, id)) } : knowledge.entry(id),
  }
  const retriever = { find: () => Promise.reject(new Error('a pressed choice needs no search')) }
  const likeness = () => Promise.reject(new Error('nor a comparison'))
  const recall = () => Promise.resolve([])
  const needs = { knowledge: changed, retriever, likeness, recall, word: asComposed }
  const changedBot = createBot({ ...needs, defaultLang: 'ja' })
  return changedBot({ id: 'test:guard', thread: 'test:guard', kind: 'choice', entry: 'CPS.AC-1', lang })
}

const saying = (text: string, lang: Lang): Promise<Reply> =>
  replyWith((clause) => ({ ...clause, why: { ...clause.why, [lang]: text } }), lang)

describe('a reply is stopped when it says that somebody is certified, compliant or safe', () => {
  it.each([
    'You are compliant with CPSF.',
    "You're certified.",
    'You’re certified.',
    'YOUR FIRM IS CERTIFIED.',
    'Your firm is now fully compliant.',
    'Your company is CPSF compliant.',
    'Your firm is ISO 27001 certified.',
    'Your firm is CPSF-certified.',
    'Your vendor is certified.',
    'The vendor is accredited.',
    'You are safe.',
    'You are now secure!',
    'Your business is fully protected.',
    'With this it is fully compliant.',
    'Your firm meets all the requirements of the CPSF.',
    'Our company satisfies the CPSF.',
    'We comply with ISO 27001.',
    'You have passed.',
    'Do these three things. Then you are compliant.',
    'Your firm is compliant, so there is no need to worry.',
    'You passed every check: your firm is compliant.',
    'Nobody can say that you are certified, but your firm is compliant.',
    'No paper says you are certified; anyway, you are safe.',
  ])('%s', async (text) => {
    expect((await saying(text, 'en')).outcome).toBe('no_claim')
  })

  it.each([
    '御社はCPSFに準拠しています。',
    '御社はＣＰＳＦに適合しています。',
    '御社は適合済みです。',
    '貴社は認定されました。',
    '御社は認証を取得しました。',
    '御社は★3に合格しました。',
    '弊社は合格です。',
    '御社の対策はCPSFに準拠しています。',
    'これでCPSFに準拠済みです。',
    '貴社はCPSFの要求事項を満たしています。',
    '御社は安全です。',
    '御社はもう安全です。',
    '御社は安全だと言えます。',
    'あなたの会社は安全です。',
    '御社のセキュリティは万全です。',
    '御社はCPSFに準拠しているので、心配ありません。',
    '一覧を作りましょう。これで御社は安全です。',
    'CPSFに準拠しているとは言えませんが、御社は安全です。',
    'ISO認証を取得していなくても、CPSFの要求事項を満たしています。',
  ])('%s', async (text) => {
    expect((await saying(text, 'ja')).outcome).toBe('no_claim')
  })
})

describe('a reply passes that says nothing of the kind', () => {
  it.each([
    'Is our vendor certified?',
    'Are you compliant with what the contract asks?',
    'Ask whether your vendor is certified.',
    'If your vendor is certified, ask for a copy of the certificate.',
    'You can feel safe to say what you did.',
    'You are not certified by answering this.',
    'Your firm isn’t certified by doing this.',
    'Shirube can’t say that your firm is certified.',
    'Nobody can say that you are compliant.',
    'It is safe to restart the machine.',
    'Keep the backup where it is safe.',
    'A safe is a good place for the backup.',
  ])('%s', async (text) => {
    expect((await saying(text, 'en')).outcome).toBe('answered')
  })

  it.each([
    '認定個人情報保護団体に相談できます。',
    '取得した認証の期限を書いておきます。',
    '業者は認証を取得していますか？',
    '御社は安全ですか？',
    '取引先から「御社は安全ですか？」と聞かれました。',
    '業者が認証を取得しているか確かめます。',
    '業者が取得している認証の写しをもらいます。',
    '御社が準拠しているとは言えません。',
    '自社が認定した機器だけをつなぎます。',
    '合格を出すものではありません。',
    'うちは準拠していると言わないでください。',
  ])('%s', async (text) => {
    expect((await saying(text, 'ja')).outcome).toBe('answered')
  })
})

describe('wherever a claim stands in a reply', () => {
  const claim = { en: 'Your firm is certified.', ja: '御社は準拠しています。' }
  it.each<readonly [string, (clause: Clause) => Clause]>([
    ['the title', (clause) => ({ ...clause, title: claim })],
    ['the statement', (clause) => ({ ...clause, asks: claim })],
    ['the reason', (clause) => ({ ...clause, why: claim })],
    ['a step', (clause) => ({ ...clause, start: [...clause.start.slice(0, 2), claim] })],
  ])('in %s, the refusal takes the place of all of it', async (_, change) => {
    for (const lang of LANGS) {
      const reply = await replyWith(change, lang)
      const words = reply.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
      expect(reply.outcome).toBe('no_claim')
      expect(words).toEqual([`${wordsIn(lang).noClaim}[1]`, wordsIn(lang).noClaimInstead])
      expect(JSON.stringify(reply)).not.toContain(claim[lang])
    }
  })
})

describe('nothing that ships trips the guard', () => {
  it('no text of the corpus, questions aside', () => {
    const texts = SHOWN.flatMap((shelf) => corpus[shelf].flatMap(({ body }) => textsWithin(withoutQuestions(body))))
    expect(texts.length).toBeGreaterThan(5_000)
    expect(texts.filter(claimsAboutSomebody)).toEqual([])
  })

  it('no sentence of Shirube’s own, in either language', () => {
    expect(LANGS.flatMap((lang) => textsWithin(wordsIn(lang))).filter(claimsAboutSomebody)).toEqual([])
  })

  it('no entry that somebody presses', async () => {
    const entries = [...corpus.clauses, ...corpus.pages, ...corpus.scs, ...corpus.ipa]
    const refused: string[] = []
    for (const { id: entry } of entries) {
      for (const lang of LANGS) {
        const reply = await bot({ id: `test:${entry}`, thread: 'test:all', kind: 'choice', entry, lang })
        if (reply.outcome !== 'answered') refused.push(`${entry} in ${lang}: ${reply.outcome}`)
      }
    }
    expect(refused).toEqual([])
  })
})

/** What lies on these shelves is shown to people. */
const SHOWN = [
  'clauses',
  'pages',
  'scs',
  'ipa',
  'playbooks',
  'contacts',
  'terms',
  'checklist',
  'beyond',
  'crosswalks',
  'documents',
] as const

/** Questions are for finding only and never shown. */
const withoutQuestions = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'questions' && name !== 'spellings'))

function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : []
}
