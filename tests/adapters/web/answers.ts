import type { ChatEvent } from '../../../bot/event.ts'
import type { Turn } from '../../../bot/ports.ts'
import type { Citation, Reply } from '../../../bot/reply.ts'
import type { Lang } from '../../../corpus/schema.ts'

/** A small bot that knows one clause, remembers what was said and answers each event id once. */
export interface SmallBot {
  answer: (event: ChatEvent) => Promise<Reply>
  look: (event: ChatEvent) => Promise<Reply>
  history: (thread: string) => Promise<readonly Turn[]>
  suggestions: (lang: Lang) => readonly string[]
  /** Every event it was handed, repeats included. */
  asked: readonly ChatEvent[]
}

export function createSmallBot(): SmallBot {
  const turns: Turn[] = []
  const asked: ChatEvent[] = []
  return {
    asked,
    answer: (event) => {
      asked.push(event)
      const known = turns.find((turn) => turn.event.id === event.id)
      if (known) return Promise.resolve(known.reply)
      if (asked.length === 1 && event.kind === 'message' && event.text === BREAKS_ONCE)
        return Promise.reject(new Error('the index is gone'))
      const reply = replyTo(event)
      turns.push({ event, reply })
      return Promise.resolve(reply)
    },
    look: (event) => Promise.resolve(replyTo(event)),
    history: (thread) => Promise.resolve(turns.filter((turn) => turn.event.thread === thread)),
    suggestions: (lang) => FIRST[lang],
  }
}

/** The bot throws when this is the first thing it hears. */
export const BREAKS_ONCE = 'break once'

const FIRST: Record<Lang, readonly string[]> = {
  ja: [
    '退職した人のアカウントはどうすればいい？',
    '怪しいメールを開いてしまったかもしれません',
    '取引先からセキュリティの確認票が来ました',
    'Wi-Fiのパスワードは変えたほうがいいですか',
  ],
  en: [
    'What do we do with the account of somebody who left?',
    'I think I opened a suspicious mail',
    'A customer sent us a security questionnaire',
    'Should we change the Wi-Fi password?',
  ],
}

function replyTo(event: ChatEvent): Reply {
  if (event.kind !== 'message') return accountAnswer(event.lang ?? 'ja')
  const lang = /[ぁ-んァ-ヶ一-龠]/.test(event.text) ? 'ja' : 'en'
  if (/退職|left/.test(event.text)) return accountAnswer(lang)
  if (/パスワード|password/i.test(event.text)) return askBack(lang)
  if (/怪しい|suspicious/.test(event.text)) return incident(lang)
  return notCovered(lang)
}

const say = (lang: Lang, ja: string, en: string): string => (lang === 'ja' ? ja : en)

const citation = (lang: Lang, n: number): Citation => ({
  n,
  id: n === 1 ? 'CPS.AC-1' : 'CPS.IP-9',
  framework: 'cpsf',
  edition: '1.0',
  title:
    n === 1
      ? say(lang, 'IDと鍵の管理', 'Managing ids and keys')
      : say(lang, '人の出入りに合わせる', 'When people join or leave'),
  document: say(lang, 'サイバー・フィジカル・セキュリティ対策フレームワーク', 'Cyber/Physical Security Framework'),
  wording: 'paraphrase',
  basis: n === 1 ? 'seen' : 'recollected',
  quote: say(
    lang,
    '使う人と機器のIDと鍵（パスワードなど）を発行し、管理し、確かめ、要らなくなったら取り消します。',
    'Give out, look after, check and withdraw the ids and keys (passwords and the like) of people and devices.',
  ),
  url: 'https://www.meti.go.jp/policy/netsecurity/wg1/wg1.html',
})

const accountAnswer = (lang: Lang): Reply => ({
  outcome: 'answered',
  lang,
  confidence: 0.93,
  blocks: [
    {
      kind: 'text',
      text: say(
        lang,
        '退職した人のアカウントは、**最終日のうちに**使えなくします。[1] 共有のパスワードを知っていた場合は、それも変えます。[2]\n\n残しておくと、本人でなくても、もれたパスワードで外から入られることがあります。',
        'Switch the account off **on the person’s last day**. [1] If they knew any shared password, change that too. [2]\n\nAn account left open can be used from outside by anybody who gets hold of its password.',
      ),
    },
    {
      kind: 'list',
      heading: say(lang, 'まずやること（Shirubeからの提案）', 'First steps (Shirube’s suggestion)'),
      ordered: true,
      own: true,
      items: [
        say(
          lang,
          '社員の名簿とアカウントの一覧を並べて、いない人のものに印を付ける。',
          'Lay the staff list beside the list of accounts and mark those whose owner is gone.',
        ),
        say(
          lang,
          '印の付いたアカウントを止め、止めた日と人を書いておく。',
          'Switch the marked ones off and write down who did it and when.',
        ),
        say(
          lang,
          '退職の手続きの紙に「アカウントを止める」を1行足す。',
          'Add “switch the account off” to the leaving form.',
        ),
      ],
    },
    { kind: 'citations', citations: [citation(lang, 1), citation(lang, 2)] },
    {
      kind: 'related',
      links: [
        { framework: 'scs', id: '4-1-1', title: say(lang, 'IDの管理', 'Managing ids'), relation: 'related' },
        {
          framework: 'ipa',
          id: '5',
          title: say(lang, 'パスワードを強くする', 'Strong passwords'),
          relation: 'intersect',
        },
      ],
    },
  ],
})

const askBack = (lang: Lang): Reply => ({
  outcome: 'ask_back',
  lang,
  confidence: 0.6,
  blocks: [
    {
      kind: 'choices',
      prompt: say(
        lang,
        'どちらのことですか。近い項目がいくつかあります。',
        'Which of these do you mean? Several topics come close.',
      ),
      choices: [
        { id: 'CPS.AC-1', label: say(lang, 'IDと鍵の管理', 'Managing ids and keys') },
        { id: 'CPS.AC-4', label: say(lang, 'ログインの守り方', 'Protecting the login') },
      ],
    },
    { kind: 'citations', citations: [citation(lang, 1)] },
  ],
})

const incident = (lang: Lang): Reply => ({
  outcome: 'incident',
  lang,
  confidence: 1,
  blocks: [
    {
      kind: 'text',
      text: say(lang, '落ち着いて、次の順に進めてください。', 'Stay calm and go through these in order.'),
    },
    {
      kind: 'list',
      heading: say(lang, 'いますぐ（Shirubeからの提案）', 'Right now (Shirube’s suggestion)'),
      ordered: true,
      own: true,
      items: [
        say(
          lang,
          'パソコンをネットから切り離す。電源は切らない。',
          'Take the computer off the network. Leave it switched on.',
        ),
        say(lang, '社内の担当者に口頭か電話で知らせる。', 'Tell the person in charge, in person or by phone.'),
      ],
    },
    {
      kind: 'notice',
      text: say(
        lang,
        '電話番号は、使う前に公式のページで確かめてください。',
        'Please check phone numbers on the official page before relying on them.',
      ),
    },
  ],
})

const notCovered = (lang: Lang): Reply => ({
  outcome: 'not_covered',
  lang,
  confidence: 0.1,
  blocks: [
    {
      kind: 'text',
      text: say(
        lang,
        'その質問に答えられる内容は、手元の資料にありません。',
        'I have nothing in my sources that answers this.',
      ),
    },
    { kind: 'suggestions', prompt: say(lang, 'たとえば', 'For example'), questions: FIRST[lang].slice(0, 2) },
  ],
})
