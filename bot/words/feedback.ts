import type { Lang } from '../../corpus/schema.ts'

/** Asking whether an answer helped, and sharing one. */
export interface FeedbackWords {
  helped: string
  helpedLong: string
  didNotHelp: string
  didNotHelpLong: string
  thanks: string
  whyTitle: string
  whyIntro: string
  why: string
  whyHint: string
  send: string
  share: string
  sharedBy: (name: string) => string
  cannotShare: string
}

const ja: FeedbackWords = {
  helped: '役に立った',
  helpedLong: 'この答えは役に立った',
  didNotHelp: '役に立たなかった',
  didNotHelpLong: 'この答えは役に立たなかった。理由を書けます',
  thanks: 'ありがとうございます。答えの改善に使います。',
  whyTitle: 'どこが合いませんでしたか',
  whyIntro: '書かずに閉じてもかまいません。だれが書いたかは残しません。',
  why: '理由',
  whyHint: '例：聞きたいことと違った、言葉が難しい',
  send: '送る',
  share: 'チャンネルに共有',
  sharedBy: (name) => `${name}さんが共有しました。`,
  cannotShare: 'この内容は、もう共有できません。もう一度表示してから押してください。',
}

const en: FeedbackWords = {
  helped: 'Helped',
  helpedLong: 'This answer helped',
  didNotHelp: 'Didn’t help',
  didNotHelpLong: 'This answer didn’t help; you can say why',
  thanks: 'Thank you. This is used to make the answers better.',
  whyTitle: 'What was wrong?',
  whyIntro: 'You can close this without writing anything. Who wrote it isn’t kept.',
  why: 'Reason',
  whyHint: 'For example: not what I asked, hard words',
  send: 'Send',
  share: 'Share with the channel',
  sharedBy: (name) => `Shared by ${name}.`,
  cannotShare: 'This can’t be shared any more. Please show it again and press the button there.',
}

const WORDS: Readonly<Record<Lang, FeedbackWords>> = { ja, en }

export const feedbackWordsIn = (lang: Lang): FeedbackWords => WORDS[lang]
