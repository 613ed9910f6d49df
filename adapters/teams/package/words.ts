import type { Lang } from '../../../corpus/schema.ts'

type Command = Readonly<{ title: string; description: string }>

/** What Teams shows of the app before anybody has spoken to it. */
export type PackageWords = Readonly<{
  name: string
  full: string
  short: string
  long: string
  /** Typed by pressing; the bot understands the titles. */
  commands: readonly Command[]
}>

const ja: PackageWords = {
  name: '道しるべ',
  full: '道しるべ — 会社のセキュリティを一歩ずつ',
  short: '会社のセキュリティで迷ったら聞ける、出典つきの道案内。',
  long: [
    '経済産業省の「サイバー・フィジカル・セキュリティ対策フレームワーク（CPSF）」を、小さな会社でも進められるように案内します。',
    'ふだんの言葉で聞くと、根拠の項目番号をそえて短く答えます。資料にないことは「ない」と答えます。',
    '30項目のチェックリストを、一つずつボタンで進められます。会社の内容は、本人との個人チャットにだけ表示します。',
  ].join('\n\n'),
  commands: [
    { title: 'ホーム', description: 'いまの進み具合と、次の一歩' },
    { title: '次', description: '次に取り組む項目' },
    { title: 'チェックリスト', description: '30項目の一覧' },
    { title: '進み具合', description: '答えた項目と、できている項目の数' },
    { title: '印刷', description: '緊急の連絡票や、社長に見せる1枚' },
    { title: '設定', description: '言葉、会社のこと、週のまとめ' },
    { title: 'コード', description: '責任者になる、別のチャットとつなぐ' },
    { title: 'ヘルプ', description: 'できること、聞き方' },
  ],
}

const en: PackageWords = {
  name: 'Shirube',
  full: 'Shirube — security for a small firm, step by step',
  short: 'Ask about your firm’s security and get short answers with their sources.',
  long: [
    'Guides small firms through METI’s Cyber/Physical Security Framework (CPSF).',
    'Ask in plain words and get a short answer with the clauses it rests on. Where its documents have nothing, it says so.',
    'Work through a checklist of 30 items, one button at a time. What’s about your firm is shown in a person’s private chat only.',
  ].join('\n\n'),
  commands: [
    { title: 'home', description: 'How far you are, and the next step' },
    { title: 'next', description: 'The next item to work on' },
    { title: 'checklist', description: 'All 30 items' },
    { title: 'progress', description: 'How many are answered and in place' },
    { title: 'print', description: 'The emergency sheet, one page for the president' },
    { title: 'settings', description: 'Language, the firm, the weekly digest' },
    { title: 'code', description: 'Become manager, connect another chat' },
    { title: 'help', description: 'What to ask and how' },
  ],
}

const WORDS: Readonly<Record<Lang, PackageWords>> = { ja, en }

export const packageWordsIn = (lang: Lang): PackageWords => WORDS[lang]
