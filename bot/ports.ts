import type { Clause, IpaItem, Page, ScsItem, SourceDocument, Term } from '../corpus/schema.ts'
import type { ChatEvent } from './event.ts'
import type { Reply } from './reply.ts'

/** Anything in the corpus that an answer can rest on. */
export type Entry =
  | Readonly<{ kind: 'clause'; body: Clause }>
  | Readonly<{ kind: 'page'; body: Page }>
  | Readonly<{ kind: 'scs'; body: ScsItem }>
  | Readonly<{ kind: 'ipa'; body: IpaItem }>

/** The corpus, read once at start. An id that is not in it is `undefined`. */
export interface Knowledge {
  /** Hash over every corpus file; changes when any text changes. */
  readonly version: string
  entry(id: string): Entry | undefined
  document(id: string): SourceDocument
  /** Items of other frameworks that speak of the same thing, by the corpus's own links; related, never equal. */
  alsoIn(id: string): readonly Entry[]
  /** The glossary term that is spelt so, in any of its spellings, width and case aside. */
  term(spelling: string): Term | undefined
}

/** An entry that may answer, best first. `score` is comparable within one search only. */
export type Hit = Readonly<{ id: string; score: number }>

/**
 * What a search found.
 * `named`: corpus ids the text spells out, in any spelling. `unknown`: things written like a clause id that do not exist.
 * `coverage`: probability that the corpus covers the question. `verdict`: the gate's decision on it; `smalltalk` and
 * `claim` (somebody wants to be told that a firm is certified or safe) are recognised by their likeness to known ones.
 */
export type Findings = Readonly<{
  named: readonly string[]
  unknown: readonly string[]
  hits: readonly Hit[]
  coverage: number
  verdict: 'covered' | 'close' | 'uncovered' | 'smalltalk' | 'claim'
}>

/**
 * `topic` is the question without the words that only say what is wanted to know of it ("who does …", 証拠は).
 * `before` is the entry the conversation was about, where the question leans on it.
 */
export type Wanted = Readonly<{ question: string; topic: string; before?: string }>

/** Finds passages in the corpus. Never throws on any text, the empty one included. */
export interface Retriever {
  find(wanted: Wanted): Promise<Findings>
}

export type Turn = Readonly<{ event: ChatEvent; reply: Reply }>

/**
 * What was said, kept.
 * `record` answers `new` exactly once per event id, however many ask at the same time; after `finish`, it answers the reply.
 * `abandon` opens an unfinished event again, for whoever sends it next; a finished one stays as it is.
 * `thread` lists finished turns, oldest first.
 */
export interface Inbox {
  record(event: ChatEvent): Promise<'new' | 'underway' | Reply>
  finish(event: ChatEvent, reply: Reply): Promise<void>
  abandon(event: ChatEvent): Promise<void>
  thread(thread: string): Promise<readonly Turn[]>
}
