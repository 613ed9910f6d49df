import type { Lang } from '../../../corpus/schema.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import type { ChecklistWords } from './vocabulary.ts'

const WORDS: Readonly<Record<Lang, ChecklistWords>> = { ja, en }

export const checklistWordsIn = (lang: Lang): ChecklistWords => WORDS[lang]
