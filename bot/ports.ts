import type {
  ChecklistChange,
  ChecklistItem,
  Clause,
  Contact,
  IpaItem,
  Page,
  Questions,
  ScsItem,
  SourceDocument,
  Term,
} from '../corpus/schema.ts'
import type { Done, Logged } from './checklist/log.ts'
import type { ChatEvent, Speaker } from './event.ts'
import type { CodePurpose } from './firms/codes.ts'
import type { Firm, Member, Visitor } from './firms/firm.ts'
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
  /** What people go on to ask after an answer on an entry; nothing where the corpus has nothing of the kind. */
  onward(id: string): Onward
  /** The simplified checklist, in its order. */
  readonly checklist: readonly ChecklistItem[]
  /** What became of items that are in it no longer. */
  readonly checklistChanges: readonly ChecklistChange[]
  /** Whom to call, as the corpus has them. */
  readonly contacts: readonly Contact[]
  /** Every word of the glossary. */
  readonly glossary: readonly Term[]
  /** The glossary term that is spelt so, in any of its spellings, width and case aside. */
  term(spelling: string): Term | undefined
}

/**
 * What people go on to ask. `stays`: after an answer on the entry, and still mean it. `leads`: and mean another one, by its id.
 * `heard`: by what they come to it from any other entry.
 */
export type Onward = Readonly<{ stays: Questions; leads: ReadonlyMap<string, Questions>; heard: Questions }>

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

/** `topic` is the question without the words that only say what is wanted to know of it ("who does …", 証拠は). */
export type Wanted = Readonly<{ question: string; topic: string }>

/** Finds passages in the corpus. Never throws on any text, the empty one included. */
export interface Retriever {
  find(wanted: Wanted): Promise<Findings>
}

/** For each list, how alike its likest text is to a message: the cosine of what they mean; 0 for an empty list. */
export type Likeness = (text: string, lists: readonly (readonly string[])[]) => Promise<readonly number[]>

export type Turn = Readonly<{ event: ChatEvent; reply: Reply }>

/**
 * What was said, kept.
 * `record` answers `new` exactly once per event id, however many ask at the same time; after `finish`, it answers the reply.
 * It answers `set_aside` instead of `new` where the event was taken up `MOST_TAKES` times and neither finished nor abandoned.
 * `abandon` opens an unfinished event again, for whoever sends it next; a finished one stays as it is.
 * `thread` lists finished turns, oldest first.
 */
export interface Inbox {
  record(event: ChatEvent): Promise<'new' | 'underway' | 'set_aside' | Reply>
  finish(event: ChatEvent, reply: Reply): Promise<void>
  abandon(event: ChatEvent): Promise<void>
  thread(thread: string): Promise<readonly Turn[]>
}

/** The time, for decisions; the database's own clock decides leases and locks. */
export type Clock = () => Date

/**
 * The firms, as far as somebody may see who belongs to none yet.
 * `welcome` finds the firm that the speaker's own workspace is linked to, and who they are in it; a workspace or person met for
 * the first time is written down, as staff, or as manager where the speaker is the `owner`. Undefined for guests.
 * `supportedBy` answers the firms that let the person in as their supporter, each with who they are there; nobody else's.
 * `find` answers the firm as it is; undefined for one that isn't there.
 * `room` opens one firm's data. What is done in it can show or change nothing of another firm.
 * `erase` removes everything of a firm, what its people said included, and counts what it removed.
 * `restore` writes a whole firm down under its own ids, and rejects where one of that id is there already. No workspace leads to it
 * until a `workspace` code is entered in one.
 */
export interface Firms {
  welcome(speaker: Speaker): Promise<Visitor | undefined>
  supportedBy(speaker: Speaker): Promise<readonly Visitor[]>
  find(firm: string): Promise<Firm | undefined>
  room(firm: string): FirmRoom
  erase(firm: string): Promise<Erased>
  restore(whole: WholeFirm): Promise<void>
}

/** How somebody wants to be answered, as far as they have said so. */
export type Reader = Pick<Member, 'lang' | 'reads'>

/** Looks up who asks and writes nobody down for it. Undefined for guests, for who has left, and for whoever no firm knows yet. */
export type FindReader = (speaker: Speaker) => Promise<Reader | undefined>

/** Everything a firm has of its own; accounts of platforms are no part of it. */
export type WholeFirm = Readonly<{ firm: Firm; members: readonly Member[]; log: readonly Logged[] }>

/** How many of each were removed. */
export type Erased = Readonly<{ members: number; entries: number; codes: number; turns: number }>

/** `member`: for whom (`link`, `workspace`) or by whom it was made; absent when the deployment's operator made it. */
export type CodeWanted = Readonly<{ purpose: CodePurpose; firm: string; member?: string; at: Date; minutes: number }>

/** `code` as it was typed; `at` is the clock port's time. */
export type CodeEntered = Readonly<{ code: string; speaker: Speaker; at: Date }>

/**
 * `unknown`: never made, or of a firm that is gone. `other_firm`: made for another firm than the speaker's. `own_firm`: a
 * supporter's code entered inside the firm. `in_use`: the workspace keeps a checklist of its own and cannot join another firm.
 * `too_many`: too many wrong entries; nothing was looked up.
 */
export type CodeRefusal = 'unknown' | 'expired' | 'used' | 'other_firm' | 'own_firm' | 'in_use' | 'too_many'

/** `visitor`: who the speaker is from now on, in the firm that the code was for. */
export type CodeOutcome =
  | Readonly<{ kind: 'granted'; purpose: CodePurpose; visitor: Visitor }>
  | Readonly<{ kind: 'refused'; because: CodeRefusal }>

/**
 * One-time codes. Only their hashes are kept.
 * `issue` makes a code to read out (`ABCD-EFGH`); an earlier one for the same purpose, firm and member works no longer.
 * `redeem` gives what the code was made for, in the same moment as it uses it up, to exactly one of many who enter it. A code
 * that is refused is not used up. A person's wrong entries are counted: see `TRIES`.
 * What each purpose gives: `manager`, the role; `link`, the account joins the member that the code was made for, who gets both
 * one's roles, and the one it had is marked as the same; `workspace`, the speaker's workspace moves to the firm, too, from one
 * where nothing was written and nobody is manager; `supporter`, a new member with that role alone.
 */
export interface Codes {
  issue(wanted: CodeWanted): Promise<string>
  redeem(entered: CodeEntered): Promise<CodeOutcome>
}

/**
 * Who runs the deployment, by `Speaker.person`. Only whoever has its configuration or its command line adds and removes one; `add`
 * and `remove` answer whether that changed anything. `list` begins with the first.
 */
export interface Operators {
  has(person: string): Promise<boolean>
  add(person: string, since: Date): Promise<boolean>
  remove(person: string): Promise<boolean>
  list(): Promise<readonly Readonly<{ person: string; since: Date }>[]>
}

/** `event` makes writing idempotent: the same event again adds nothing and answers what was written the first time. */
export type Writing = Readonly<{ event: string; by: string; at: Date; done: readonly Done[] }>

/**
 * One firm's own data.
 * `log` is everything ever written, oldest first. `members` are all there ever were, in the order they came.
 * `changeFirm` and `changeMember` are done one after the other, each on what the one before it left; an id is never changed.
 * Forgetting a member (`name` becomes empty) also forgets their accounts. Undefined for a member who isn't the firm's.
 */
export interface FirmRoom {
  log(): Promise<readonly Logged[]>
  append(writing: Writing): Promise<readonly Logged[]>
  members(): Promise<readonly Member[]>
  changeFirm(change: (firm: Firm) => Firm): Promise<Firm>
  changeMember(member: string, change: (member: Member) => Member): Promise<Member | undefined>
}
