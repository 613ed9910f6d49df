import type { Lang } from '../../corpus/schema.ts'

/** Words that only Teams' furniture needs. */
export interface TeamsWords {
  /** In the place of an answer to a pressed card that stays as it is. */
  below: string
  already: string
  shared: string
  oldCard: string
  /** In a channel or group chat, of what is for one person. */
  sentToYou: string
  writeToMe: string
  openChat: string
}

const ja: TeamsWords = {
  below: '新しいメッセージでお答えします。',
  already: 'このボタンは、もう受け付けました。',
  shared: '共有します。',
  oldCard: 'このカードは古くなりました。「ホーム」と送って、新しいカードを開いてください。',
  sentToYou: '会社の内容を含むため、個人チャットにお送りしました。',
  writeToMe: '会社の内容は、ほかの人にも見えるここには出しません。個人チャットで同じように送ってください。',
  openChat: '道しるべとのチャットを開く',
}

const en: TeamsWords = {
  below: 'The answer comes as a new message.',
  already: 'This button was taken already.',
  shared: 'Sharing it.',
  oldCard: 'This card is out of date. Send “home” to get a new one.',
  sentToYou: 'This is about your firm, so it was sent to you in our private chat.',
  writeToMe: 'What’s about your firm isn’t shown here, where others read it. Please send the same in a private chat.',
  openChat: 'Open the chat with Shirube',
}

const WORDS: Readonly<Record<Lang, TeamsWords>> = { ja, en }

export const teamsWordsIn = (lang: Lang): TeamsWords => WORDS[lang]
