import type { Lang } from '../../corpus/schema.ts'

/** Text from the corpus that an answer may rest on. `n` is what a sentence cites it by. */
export type Passage = Readonly<{ n: number; id: string; text: string }>

export type Sentence = Readonly<{ text: string; cites: readonly number[] }>

export type Writing = Readonly<{
  question: string
  lang: Lang
  passages: readonly Passage[]
  /** Earlier turns of the thread, oldest first. */
  history: readonly Readonly<{ question: string; answer: string }>[]
}>

export type Written =
  Readonly<{ kind: 'sentences'; sentences: readonly Sentence[] }> | Readonly<{ kind: 'unusable'; reason: string }>

/**
 * Words an answer from the passages.
 * Every sentence of it passed the checks, every citation is one of the passages. Never rejects: whatever goes wrong, the
 * model's or the network's, is `unusable` within the time limit, with a reason that holds no key and nothing anybody asked.
 */
export interface Writer {
  write(writing: Writing, signal: AbortSignal): Promise<Written>
}
