import type { ChecklistItem, Clause, IpaItem, Page, ScsItem, SourceDocument, Term } from '../corpus/schema.ts'
import type { Done, Logged } from './checklist/log.ts'
import type { ChatEvent, Speaker } from './event.ts'
import type { Visitor } from './firms/firm.ts'
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
  /** The simplified checklist, in its order. */
  readonly checklist: readonly ChecklistItem[]
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

/** The time, for decisions; the database's own clock decides leases and locks. */
export type Clock = () => Date

/**
 * The firms, as far as somebody may see who belongs to none yet.
 * `welcome` finds the firm that the speaker's own workspace is linked to, and who they are in it; a workspace or person met for
 * the first time is written down, as staff. Undefined for guests.
 * `room` opens one firm's data. What is done in it can show or change nothing of another firm.
 */
export interface Firms {
  welcome(speaker: Speaker): Promise<Visitor | undefined>
  room(firm: string): FirmRoom
}

/** `event` makes writing idempotent: the same event again adds nothing and answers what was written the first time. */
export type Writing = Readonly<{ event: string; by: string; at: Date; done: readonly Done[] }>

/** One firm's own data. */
export interface FirmRoom {
  /** Everything ever written, oldest first. */
  log(): Promise<readonly Logged[]>
  append(writing: Writing): Promise<readonly Logged[]>
}
