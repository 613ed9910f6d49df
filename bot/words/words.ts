import type { Lang } from '../../corpus/schema.ts'

/** What Shirube itself says, in both languages. A key missing in one of them does not compile. */
export interface Words {
  firstSteps: string
  allSteps: string
  evidence: string
  whoDoes: string
  you: string
  vendor: string
  agree: string
  meaning: (term: string) => string
  suggestion: string
  writtenByModel: string
  alsoSee: (titles: readonly string[]) => string
  elsewhere: string
  askBack: string
  notCovered: string
  nearestTopics: string
  noneOfThese: string
  aboutWhat: string
  askPerson: string
  noSuchClause: (ids: readonly string[]) => string
  howManyClauses: string
  noClaim: string
  noClaimInstead: string
  greeting: string
  thanks: string
  whoAreYou: string
  chatter: string
  helpText: string
  tryThese: string
  empty: string
  tooLong: (limit: number) => string
  failed: (reference: string) => string
  setAside: (reference: string) => string
  crowded: string
  underway: string
  wording: Record<'paraphrase' | 'official' | 'own', string>
  basis: Record<'seen' | 'recollected', string>
}

const ja: Words = {
  firstSteps: 'まずやること（Shirubeからの提案）',
  allSteps: '進め方（Shirubeからの提案）',
  evidence: 'できていると示せるもの（Shirubeからの提案）',
  whoDoes: '外に頼んでいるときの分担（Shirubeからの提案）',
  you: '自社に残ること',
  vendor: '業者に期待できること',
  agree: '先に決めておくこと',
  meaning: (term) => `「${term}」とは（Shirubeの説明）`,
  suggestion: 'Shirubeからの提案',
  writtenByModel:
    'ここまでの文は、下の資料をもとにAIが書きました。大事なことを決めるときは、資料のほうも確かめてください。',
  alsoSee: (titles) => `あわせて見るとよい項目は、${titles.join('と、')}です。`,
  elsewhere: 'ほかの枠組みで近い項目',
  askBack: 'どちらのことですか。近い項目がいくつかあります。',
  notCovered: 'その質問に答えられる内容は、手元の資料にありません。推測では答えないようにしています。',
  nearestTopics: '近そうな話題（違っていたらすみません）',
  aboutWhat: '何についてでしょうか。「バックアップの頻度は？」のように、知りたいことの名前も一緒に書いてください。',
  noneOfThese: '失礼しました。困っていることを、別の言葉でもう少しくわしく書いてもらえますか。',
  askPerson:
    '社内のIT担当や、契約しているIT業者に聞いてみてください。会社としての相談なら、IPAの「企業組織向けサイバーセキュリティ相談窓口」もあります。',
  noSuchClause: (ids) => `${ids.join('、')} という番号の要求事項は、CPSF 1.0 にはありません。`,
  howManyClauses:
    'CPSF 1.0 の要求事項は、CPS.AM-1 から CPS.IM-2 までの104件です。番号をもう一度ご確認ください。言葉で聞いてもらっても探せます。',
  noClaim:
    'Shirubeは、会社や業者が基準を満たしているとも、満たしていないとも言えません。CPSFは確認すべき点を示すもので、点数や合格を出すものではないからです。',
  noClaimInstead:
    '代わりに、決めたこと、やった日、見せられる記録をそのまま伝えるのが確かです。相手に何を求められているかを書いてもらえれば、関係する項目を探します。',
  greeting: 'こんにちは。Shirube（道しるべ）です。会社のセキュリティで気になることを、ふだんの言葉で聞いてください。',
  thanks: 'どういたしまして。また気になることがあれば聞いてください。',
  whoAreYou:
    'Shirube（道しるべ）です。経済産業省の「サイバー・フィジカル・セキュリティ対策フレームワーク（CPSF）」をもとに、会社のセキュリティの質問に、根拠の項目を付けて答えるプログラムです。人ではありません。資料にないことには、ないと答えます。',
  chatter: 'おしゃべりは得意ではありませんが、会社のセキュリティのことなら、根拠を付けてお答えします。',
  helpText:
    '会社のセキュリティについて、ふだんの言葉で聞いてください（日本語でも英語でも）。「CPS.AC-1とは」のように番号でも聞けます。「なぜ？」「証拠は？」「業者の分担は？」と聞くと、そこを詳しく答えます。「はじめる」と送るとチェックリスト、「設定」と送ると設定が開きます。',
  tryThese: 'たとえば',
  empty: '質問が空でした。聞きたいことを書いて送ってください。',
  tooLong: (limit) =>
    `質問が長すぎます。${limit}文字までにして、もう一度送ってください。書いた文はそのまま残っています。`,
  failed: (reference) =>
    `申し訳ありません。うまく答えられませんでした。もう一度送ってみてください。続くときは、Shirubeの運用者にこの番号を伝えてください：${reference}`,
  setAside: (reference) =>
    `申し訳ありません。何度試しても途中で止まってしまい、答えられませんでした。送ってもらった内容は残っています。Shirubeの運用者にこの番号を伝えてください：${reference}`,
  crowded:
    '一度にたくさん届いたので、先に届いた分から順に答えています。この質問と、このあとすぐに届いた質問は受け取れませんでした。返事がそろってから、もう一度送ってください。',
  underway: 'その質問にはいま答えているところです。少し待ってから、もう一度送ってください。',
  wording: { paraphrase: '言い換え', official: '公式の文', own: 'Shirubeの文' },
  basis: { seen: '公式の文と照合済み', recollected: '公式の文とはまだ照合していません' },
}

const en: Words = {
  firstSteps: 'First steps (Shirube’s suggestion)',
  allSteps: 'How to go about it (Shirube’s suggestion)',
  evidence: 'What shows that it’s done (Shirube’s suggestion)',
  whoDoes: 'Who does what when it’s outsourced (Shirube’s suggestion)',
  you: 'Stays yours',
  vendor: 'Expect from the vendor',
  agree: 'Agree beforehand',
  meaning: (term) => `What “${term}” means (Shirube’s words)`,
  suggestion: 'Shirube’s suggestion',
  writtenByModel:
    'AI wrote the text above from the sources below. Please check the sources before you decide anything important.',
  alsoSee: (titles) => `Worth a look as well: ${titles.join(' and ')}.`,
  elsewhere: 'Related items in other frameworks',
  askBack: 'Which of these do you mean? Several topics come close.',
  notCovered: 'I have nothing in my sources that answers this, and I don’t guess.',
  nearestTopics: 'The nearest topics I have (they may be off)',
  aboutWhat: 'About what? Please name the topic as well, as in “How often should we take backups?”',
  noneOfThese: 'Sorry about that. Could you tell me in other words what you’re after, with a little more detail?',
  askPerson:
    'Please ask whoever looks after IT in your firm, or your IT vendor. Firms can also turn to IPA’s cybersecurity desk for organisations.',
  noSuchClause: (ids) => `There is no requirement ${ids.join(', ')} in CPSF 1.0.`,
  howManyClauses:
    'CPSF 1.0 has 104 requirements, from CPS.AM-1 to CPS.IM-2. Please check the number, or just ask in your own words.',
  noClaim:
    'Shirube can’t say that a firm or a vendor meets a standard, nor that it doesn’t. CPSF gives points to check; it hands out no score and no pass.',
  noClaimInstead:
    'What you can safely tell people is what you decided, when you did it and which records you can show. If you write what you were asked for, I’ll look up the topics that go with it.',
  greeting: 'Hello, this is Shirube. Ask me anything about security at your firm, in your own words.',
  thanks: 'You’re welcome. Ask again whenever something comes up.',
  whoAreYou:
    'I’m Shirube, “the guidepost”: a program, not a person. I answer questions about security at small firms from METI’s Cyber/Physical Security Framework (CPSF) and show the clauses each answer rests on. When something isn’t in my sources, I say so.',
  chatter:
    'I’m no good at small talk. What I can do is answer questions about security at your firm and show what the answer rests on.',
  helpText:
    'Ask about security at your firm in your own words, in English or Japanese. You can also ask by number, as in “what is CPS.AC-1”. Add “why?”, “what counts as evidence?” or “who does it, us or the vendor?” to get just that. “Start” opens the checklist, “settings” the settings.',
  tryThese: 'For example',
  empty: 'There was no question in that message. Please type what you’d like to know.',
  tooLong: (limit) =>
    `That question is too long. Please keep it under ${limit} characters and send it again; what you wrote is still in the box.`,
  failed: (reference) =>
    `Sorry, that didn’t work. Please send it once more. If it keeps happening, tell whoever runs Shirube this number: ${reference}`,
  setAside: (reference) =>
    `Sorry, I tried this several times and broke off each time, so I’ve stopped trying. What you sent is kept. Please tell whoever runs Shirube this number: ${reference}`,
  crowded:
    'That was a lot at once. I’m answering the earlier questions in order; this one, and any sent right after it, I couldn’t take. Please send them again once you have your answers.',
  underway: 'I’m still working on that one. Please wait a moment and send it again.',
  wording: { paraphrase: 'in our words', official: 'official wording', own: 'Shirube’s text' },
  basis: { seen: 'compared with the official text', recollected: 'not yet checked with the official text' },
}

const WORDS: Readonly<Record<Lang, Words>> = { ja, en }

export const wordsIn = (lang: Lang): Words => WORDS[lang]
