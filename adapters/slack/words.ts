import type { Lang } from '../../corpus/schema.ts'

/** Words that only Slack's furniture needs. */
export interface SlackWords {
  working: string
  cancel: string
  openAgain: string
  close: string
  bot: string
  fillIn: string
  toHome: string
  inviteMe: string
}

const ja: SlackWords = {
  working: '調べています…',
  cancel: 'やめる',
  openAgain: '画面を開けませんでした。もう一度ボタンを押してください。',
  close: '閉じる',
  bot: '道しるべ',
  fillIn: '入力する',
  toHome: 'ホームに戻る',
  inviteMe: 'このチャンネルには書き込めません。「/invite @Shirube」で招待してから、もう一度お試しください。',
}

const en: SlackWords = {
  working: 'Looking it up…',
  cancel: 'Cancel',
  openAgain: 'The form could not be opened. Please press the button once more.',
  close: 'Close',
  bot: 'Shirube',
  fillIn: 'Fill in',
  toHome: 'Back to Home',
  inviteMe: 'Shirube can’t post in this channel. Invite it with “/invite @Shirube”, then try again.',
}

const WORDS: Readonly<Record<Lang, SlackWords>> = { ja, en }

export const slackWordsIn = (lang: Lang): SlackWords => WORDS[lang]
