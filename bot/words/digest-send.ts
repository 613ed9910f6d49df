import type { Lang } from '../../corpus/schema.ts'

/** What Shirube says where somebody asks for a digest by hand. Days come in words. */
export interface SendWords {
  off: string
  settings: string
  optedOut: string
  ownSettings: string
  noneDue: string
  preview: string
  quiet: (day: string) => string
  canBeSent: (day: string) => string
  send: string
  mayBeThere: (day: string) => string
  sendAgain: string
  underway: (day: string) => string
  got: (day: string) => string
  showAgain: string
  onItsWay: string
  nothingTold: (period: string | undefined) => string
  asTold: string
  hash: (sha256: string) => string
}

const ja: SendWords = {
  off: 'この会社では、週のまとめを送らない設定になっています。',
  settings: '週のまとめの設定',
  optedOut: 'あなたへの週のまとめは止めてあります。「設定」の「あなたの設定」で、また届くようにできます。',
  ownSettings: '設定を開く',
  noneDue: 'この2週間に送る予定の週のまとめはありませんでした。いまの様子は、すぐに見られます。',
  preview: 'いまの様子を見る',
  quiet: (day) => `${day}の週のまとめは、何も変わらなかったので送りませんでした。いまの様子は、すぐに見られます。`,
  canBeSent: (day) => `${day}の週のまとめは、まだあなたに送っていません。SlackやTeamsの個人チャットに送ります。`,
  send: '送る',
  mayBeThere: (day) =>
    `${day}の週のまとめは、送れなかったか、届いたか分かりません。SlackやTeamsの個人チャットに見当たらなければ、送り直してください。`,
  sendAgain: '送り直す',
  underway: (day) => `${day}の週のまとめは、いま送っているところです。少しお待ちください。`,
  got: (day) => `${day}の週のまとめは、もう送りました。同じものをここで見られます。`,
  showAgain: 'もう一度見る',
  onItsWay: '1分ほどで、SlackやTeamsの個人チャットに届きます。',
  nothingTold: (period) =>
    period === undefined ? '週のまとめは、まだ一度も送っていません。' : `${period}の週のまとめの記録はありません。`,
  asTold: '送ったときの内容を、記録のとおりに出しています。いまの数字とは違うことがあります。',
  hash: (sha256) => `記録のしるし（SHA-256）：${sha256}`,
}

const en: SendWords = {
  off: 'This firm gets no weekly digest.',
  settings: 'Settings of the weekly digest',
  optedOut: 'You have stopped your weekly digest. Your own settings turn it on again.',
  ownSettings: 'Open settings',
  noneDue: 'No digest was due in the last two weeks. You can see how things are now at once.',
  preview: 'How things are now',
  quiet: (day) => `Nothing had changed by ${day}, so no digest was sent. You can see how things are now at once.`,
  canBeSent: (day) => `The digest of ${day} hasn’t been sent to you. It goes to your personal chat in Slack or Teams.`,
  send: 'Send it',
  mayBeThere: (day) =>
    `The digest of ${day} could not be sent, or may or may not have arrived. If it isn’t in your personal chat in Slack or Teams, send it again.`,
  sendAgain: 'Send it again',
  underway: (day) => `The digest of ${day} is being sent. One moment, please.`,
  got: (day) => `The digest of ${day} has been sent. You can see the same one here.`,
  showAgain: 'Show it again',
  onItsWay: 'It comes to your personal chat in Slack or Teams within a minute or so.',
  nothingTold: (period) =>
    period === undefined ? 'No weekly digest has been sent yet.' : `There is no record of a digest of ${period}.`,
  asTold: 'As it was told then, from the record. The numbers of today may be others.',
  hash: (sha256) => `Its mark in the record (SHA-256): ${sha256}`,
}

const WORDS: Readonly<Record<Lang, SendWords>> = { ja, en }

export const sendWordsIn = (lang: Lang): SendWords => WORDS[lang]
