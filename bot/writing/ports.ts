import type { Lang } from '../../corpus/schema.ts'

/** One text of the corpus that a sentence may rest on. `n` is what a sentence cites it by; `about` what it tells of its entry. */
export type Passage = Readonly<{ n: number; id: string; about: string; text: string }>

export type Sentence = Readonly<{ text: string; cites: readonly number[] }>

export type Writing = Readonly<{
  question: string
  lang: Lang
  passages: readonly Passage[]
  /** Earlier turns of the thread, oldest first. */
  history: readonly Readonly<{ question: string; answer: string }>[]
  /** What stands against sending these sentences, in our words and with none of theirs; empty where they may be sent. */
  check: (sentences: readonly Sentence[]) => readonly string[]
}>

export type Written =
  Readonly<{ kind: 'sentences'; sentences: readonly Sentence[] }> | Readonly<{ kind: 'unusable'; reason: string }>

/**
 * Words an answer from the passages. Every sentence passed `check`. Never rejects: whatever goes wrong is `unusable`, within
 * the writer's own time limit, for a reason that holds no key and nothing anybody asked.
 */
export interface Writer {
  write(writing: Writing): Promise<Written>
}

export type Candidate = Readonly<{ id: string; text: string }>

/**
 * Orders candidates by how well they answer a question, best first. The answer is every given id exactly once; the given
 * order, where the model fails or takes too long. Never rejects.
 */
export interface Reranker {
  rerank(question: string, candidates: readonly Candidate[]): Promise<readonly string[]>
}
