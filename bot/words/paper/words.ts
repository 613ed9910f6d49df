import type { Lang } from '../../../corpus/schema.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import type { PaperWords } from './vocabulary.ts'

const WORDS: Readonly<Record<Lang, PaperWords>> = { ja, en }

export const paperWordsIn = (lang: Lang): PaperWords => WORDS[lang]
