import type { Lang } from '../../corpus/schema.ts'

/** Words that every chat platform needs around a reply. */
export interface ChatWords {
  /** What a notification says of a reply that has no text of its own. */
  card: string
  /** Ends what is too long for a platform, and says how to get at the rest. */
  cutShort: string
  required: string
}

const ja: ChatWords = {
  card: '道しるべからの返事です。',
  cutShort: '長いため、ここまでを表示しています。続きは、知りたい項目を1つ挙げて聞いてください。',
  required: 'ここを入力してください。',
}

const en: ChatWords = {
  card: 'A reply from Shirube.',
  cutShort: 'This is long; only the first part is shown. Ask about one item to see the rest of it.',
  required: 'Please fill this in.',
}

const WORDS: Readonly<Record<Lang, ChatWords>> = { ja, en }

export const chatWordsIn = (lang: Lang): ChatWords => WORDS[lang]
