import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'

/** Something that must hold for the corpus as a whole; gives every place where it doesn't, in one go. */
export type Rule = (corpus: Corpus) => readonly Problem[]
