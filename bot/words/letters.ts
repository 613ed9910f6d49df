import type { Lang } from '../../corpus/schema.ts'

/** What holds a digest's place. */
export interface LetterWords {
  underway: string
  withdrawn: string
}

const ja: LetterWords = {
  underway: 'いま用意しています。まもなくここに出ます。',
  withdrawn: 'このお知らせは取りやめました。',
}

const en: LetterWords = {
  underway: 'Being put together; it will appear here in a moment.',
  withdrawn: 'This message was taken back.',
}

export const letterWordsIn = (lang: Lang): LetterWords => (lang === 'ja' ? ja : en)
