import type { Lang } from '../../corpus/schema.ts'

/** Words that only Teams' furniture needs. */
export interface TeamsWords {
  card: string
  cutShort: string
}

const ja: TeamsWords = { card: '道しるべからの返事です。', cutShort: '長いため、ここまでを表示しています。' }
const en: TeamsWords = { card: 'A reply from Shirube.', cutShort: 'This is long; only the first part is shown.' }

const WORDS: Readonly<Record<Lang, TeamsWords>> = { ja, en }

export const teamsWordsIn = (lang: Lang): TeamsWords => WORDS[lang]
