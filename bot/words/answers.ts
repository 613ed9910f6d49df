import type { Lang } from '../../corpus/schema.ts'

type Band = 1 | 2 | 3

/** The sentences that lead into an answer. `title` comes with its mark, `asks` too; `framework` is a name to be read. */
export interface AnswerWords {
  toPrevent: (framework: string, asks: string) => string
  anotherCase: (why: string) => string
  howLead: (title: string) => string
  furtherLead: (title: string) => string
  nearestHeading: string
  whatElse: string
  evidenceLead: (title: string) => string
  whoLead: (title: string) => string
  oftenLead: (title: string, framework: string) => string
  oftenHeading: string
  noRhythm: string
  needLead: (framework: string, asks: string) => string
  noLaw: (framework: string) => string
  enoughLead: (framework: string, asks: string) => string
  oneStep: string
  costLead: (title: string, framework: string) => string
  costHeading: string
  noEstimate: (title: string, framework: string) => string
  effort: Record<Band, string>
  cost: Record<Band, string>
  estimateIsFor: (question: string) => string
  noQuote: string
  ownerDecides: string
  ownerBegins: (step: string) => string
  ownerSize: (effort: string, cost: string) => string
  nearestItem: (framework: string, item: string, asks: string) => string
  notTheSame: (title: string) => string
  noItem: (title: string, frameworks: readonly string[]) => string
  neighbours: (title: string) => string
  frameworks: Record<'cpsf' | 'scs' | 'ipa' | 'guidance' | 'iso' | 'nist', string>
  gloss: (term: string, means: string) => string
  beginLead: (items: number) => string
  beginHeading: string
  beginThen: string
  beginChecklist: string
}

const ja: AnswerWords = {
  toPrevent: (framework, asks) => `こうならないように、${framework}では次のことを求めています。${asks}`,
  anotherCase: (why) => `ほかに、こんな例があります。${why}`,
  howLead: (title) => `${title}の進め方です。`,
  furtherLead: (title) => `それも${title}の話です。`,
  nearestHeading: 'お尋ねに近いところ（Shirubeからの提案）',
  whatElse: 'ほかにできること（Shirubeからの提案）',
  evidenceLead: (title) => `${title}への取り組みを見せるときは、次のような物を用意しておきます。`,
  whoLead: (title) => `業者に頼んでいても、${title}には自社に残る仕事があります。`,
  oftenLead: (title, framework) => `${title}の間隔や期限は、${framework}では決まっていません。会社で決めます。`,
  oftenHeading: '間隔や期限の目安（Shirubeからの提案）',
  noRhythm: '無理なく続けられる間隔を選び、やる人の名前と一緒に書いておいてください。',
  needLead: (framework, asks) => `${framework}では、次のことを求めています。${asks}`,
  noLaw: (framework) =>
    `${framework}そのものは法律ではありません。法律や契約で決まっていることのほかは、どこまでやるかを会社が決めます。`,
  enoughLead: (framework, asks) =>
    `それでよいかどうかは、Shirubeからは言えません。${framework}が求めていることと比べてみてください。${asks}`,
  oneStep: 'まず一つ（Shirubeからの提案）',
  costLead: (title, framework) =>
    `${framework}には費用の話がないので、${title}にかかる手間と費用の目安を、Shirubeが大まかに見立てました。`,
  costHeading: '手間と費用の目安（Shirubeの大まかな見立て）',
  noEstimate: (title, framework) =>
    `${framework}には費用の話がなく、${title}についてはShirubeにも目安がありません。次のことを書いて渡し、2社から見積もりを取るのが確かです。`,
  effort: {
    1: '社内の手間：合わせて8時間まで（1日ほど）',
    2: '社内の手間：8〜40時間（1〜2か月に分けて、合わせて1週間まで）',
    3: '社内の手間：40時間を超える（社外の助けを借りて数か月）',
  },
  cost: {
    1: '外に払うお金（最初の1年）：0〜3万円',
    2: '外に払うお金（最初の1年）：3万〜30万円',
    3: '外に払うお金（最初の1年）：30万円を超える',
  },
  estimateIsFor: (question) =>
    `チェックリストの「${question}」の分です。20人ほどの会社が、何もない所から始めるときの目安です。`,
  noQuote: '料金表や調査に基づくものではありません。決める前に、2社から見積もりを取ってください。',
  ownerDecides: '社長が決めること（Shirubeからの提案）',
  ownerBegins: (step) => `担当を一人決め、ここから始めてもらう。${step}`,
  ownerSize: (effort, cost) => `Shirubeの大まかな見立てです（料金表に基づくものではありません）。${effort}。${cost}。`,
  nearestItem: (framework, item, asks) => `${framework}でいちばん近いのは、${item}です。${asks}`,
  notTheSame: (title) => `${title}と関連する項目ですが、同じものではありません。`,
  noItem: (title, frameworks) =>
    `${frameworks.join('と')}には、${title}と対応付けた項目がまだありません。番号を推測で挙げることはしません。`,
  neighbours: (title) => `${title}に近い項目は、ほかの枠組みにもあります。関連はしますが、同じものではありません。`,
  frameworks: {
    cpsf: 'CPSF',
    scs: '★の評価制度（SCS）',
    ipa: 'IPAのガイドライン',
    guidance: 'この手引き',
    iso: 'ISO/IEC 27001',
    nist: 'NIST CSF',
  },
  gloss: (term, means) => `「${term}」は、${means}${means.endsWith('か') ? 'ということ' : ''}です。`,
  beginLead: (items) =>
    `最初から全部やらなくて大丈夫です。Shirubeのチェックリストは${items}項目あり、10分で手を付けられることから順に並んでいます。`,
  beginHeading: '今日できる三つ（Shirubeからの提案）',
  beginThen: '終わったら、チェックリストで残りを一つずつ見ていきます。',
  beginChecklist: 'チェックリストを始める',
}

const en: AnswerWords = {
  toPrevent: (framework, asks) => `What ${framework} asks, so that it doesn’t come to that: ${asks}`,
  anotherCase: (why) => `Here’s another case. ${why}`,
  howLead: (title) => `Here’s one way to go about ${title}.`,
  furtherLead: (title) => `That comes under ${title}, too.`,
  nearestHeading: 'Nearest to what you ask (Shirube’s suggestion)',
  whatElse: 'What else can be done (Shirube’s suggestion)',
  evidenceLead: (title) => `To show what you do about ${title}, keep these at hand.`,
  whoLead: (title) => `Even where a vendor does the work on ${title}, part of it stays with you.`,
  oftenLead: (title, framework) => `${framework} sets no interval or deadline for ${title}; your firm decides.`,
  oftenHeading: 'How often, how soon (Shirube’s suggestion)',
  noRhythm: 'Pick a rhythm you can keep, and write it down with the name of whoever does it.',
  needLead: (framework, asks) => `${framework} has this as a point to check: ${asks}`,
  noLaw: (framework) =>
    `${framework} itself is no law. Beyond what laws and your contracts ask, how far you go is for your firm to decide.`,
  enoughLead: (framework, asks) =>
    `Shirube can’t tell from here whether that will do. Hold it against what ${framework} asks: ${asks}`,
  oneStep: 'One thing to begin with (Shirube’s suggestion)',
  costLead: (title, framework) =>
    `${framework} says nothing about money, so this is Shirube’s own rough estimate for ${title}.`,
  costHeading: 'Time and money (Shirube’s own rough estimate)',
  noEstimate: (title, framework) =>
    `${framework} says nothing about money, and Shirube has no estimate for ${title}. Ask two vendors for a quote, with these steps in hand.`,
  effort: {
    1: 'Your own people: up to 8 hours, about a day in all',
    2: 'Your own people: 8 to 40 hours, up to a week in all, spread over a month or two',
    3: 'Your own people: more than 40 hours over several months, with outside help',
  },
  cost: {
    1: 'Paid to others in the first year: nothing to 30,000 yen',
    2: 'Paid to others in the first year: 30,000 to 300,000 yen',
    3: 'Paid to others in the first year: more than 300,000 yen',
  },
  estimateIsFor: (question) =>
    `It’s for the checklist question “${question}”, in a firm of about 20 people that begins from nothing.`,
  noQuote: 'It comes from no survey and no price list. Get two quotes before you decide.',
  ownerDecides: 'For you to decide (Shirube’s suggestion)',
  ownerBegins: (step) => `Name one person for it, who begins here: ${step}`,
  ownerSize: (effort, cost) => `Shirube’s own rough estimate, from no price list. ${effort}. ${cost}.`,
  nearestItem: (framework, item, asks) => `The nearest item in ${framework} is ${item}. ${asks}`,
  notTheSame: (title) => `It’s related to ${title}, but not the same thing.`,
  noItem: (title, frameworks) =>
    `Shirube has no item of ${frameworks.join(' or ')} linked to ${title} yet, and doesn’t guess numbers.`,
  neighbours: (title) => `${title} has neighbours in other lists. They are related, never the same.`,
  frameworks: {
    cpsf: 'CPSF',
    scs: 'METI’s star rating (SCS)',
    ipa: 'IPA’s guideline',
    guidance: 'this guidance',
    iso: 'ISO/IEC 27001',
    nist: 'the NIST CSF',
  },
  gloss: (term, means) => `(“${term}”: ${means.charAt(0).toLowerCase()}${means.slice(1)}.)`,
  beginLead: (items) =>
    `You don’t have to do it all at once. Shirube’s checklist has ${items} items, and what can be begun in ten minutes comes first.`,
  beginHeading: 'Three things for today (Shirube’s suggestion)',
  beginThen: 'After that, the checklist takes you through the rest, one by one.',
  beginChecklist: 'Start the checklist',
}

const WORDS: Readonly<Record<Lang, AnswerWords>> = { ja, en }

export const answerWordsIn = (lang: Lang): AnswerWords => WORDS[lang]
