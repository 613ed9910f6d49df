import type { Known } from '../delivery/address-book.ts'
import type { Address } from '../delivery/mailroom.ts'
import type { Firm } from '../firms/firm.ts'
import type { Dated } from './deadlines.ts'
import type { Digest, DigestInput } from './digest.ts'

/** The weekly digest, the monthly page's announcement, and a day's reminder of what its recipient is in charge of. */
export type LetterKind = LetterData['kind']

/**
 * What is sent to one member without being asked for; of one firm, kind, period and recipient there is one. `at`: the moment it
 * was planned for and tells of, however late it goes out. `instead`: earlier periods that nobody was there to send; this one
 * tells of them, too.
 */
export type Letter = Readonly<{
  firm: string
  kind: LetterKind
  period: string
  recipient: string
  at: Date
  instead: readonly string[]
}>

/**
 * Up to which moment a firm's letters have been planned, under which schedule. A firm met for the first time, or with another
 * schedule, begins now: what would have been before is not made up for.
 */
export type Turn = Readonly<{ firm: string; schedule: string; after: Date }>

/** What one run of the planner writes, in one transaction. `trouble`: firms that could not be planned, and why. */
export type Plan = Readonly<{
  letters: readonly Letter[]
  turns: readonly Turn[]
  now: Date
  trouble: string | undefined
}>

/**
 * The planner's side. `plan` leaves letters that are there alone, and counts those it wrote; earlier ones of the same kind and
 * recipient that nobody has begun to send are left out for the new one. `write` does so for letters that a person wants sent.
 * `due` names letters whose time has come and that
 * nobody has in hand, the longest waiting first. `lastRun` is undefined before the first.
 */
export interface Planning {
  firms(): Promise<readonly FirmToPlan[]>
  plan(plan: Plan): Promise<number>
  write(letters: readonly Letter[], now: Date): Promise<number>
  due(now: Date, limit: number): Promise<readonly string[]>
  lastRun(): Promise<PlannerRun | undefined>
}
/** `reminds`: somebody in it asked for reminders. */
export type FirmToPlan = Readonly<{ firm: Firm; turn: Turn | undefined; reminds: boolean }>
export type PlannerRun = Readonly<{ at: Date; letters: number; trouble: string | undefined }>

/** A way to a person; `broken`: why the platform refuses it. */
export type Way = Known & Readonly<{ broken: string | undefined }>

/** The message that holds a letter's place and is then filled. */
export type Stub = Readonly<{ platform: string; address: Address; message: string }>

/**
 * A letter in one sender's hand. `attempt` tells that sender from all others; `tries` are those
 * since it was planned or resent, this one included. `ways`: all there are to the recipient, in the firm's own
 * workspaces, the latest first. `previous`: the letter of that kind that the firm got before, and from which corpus.
 */
export type Taken = Letter &
  Readonly<{
    id: string
    attempt: number
    tries: number
    stub: Stub | undefined
    ways: readonly Way[]
    previous: Readonly<{ at: Date; corpus: string }> | undefined
  }>

/**
 * What became of a letter. `skipped`: it was not to be sent. `later`: try again in so many seconds. `failed`: trying again would
 * not help. `uncertain`: nobody can know whether the stub was posted; it is listed and never sent again by itself.
 */
export type Settled =
  | Readonly<{ kind: 'sent'; corpus: string; hash: string }>
  | Readonly<{ kind: 'skipped'; because: SkipReason }>
  | Readonly<{ kind: 'later'; seconds: number; reason: string }>
  | Readonly<{ kind: 'failed' | 'uncertain'; reason: string }>

/** `superseded`: a later one tells of it, too. `no_chat`: the recipient uses none, and has the page. */
export const SKIP_REASONS = ['quiet', 'opted_out', 'left', 'no_chat', 'superseded'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/**
 * The sender's side. `take` hands a due letter to one taker under a lease, and to nobody a letter whose taker died while posting
 * its stub: that one is uncertain. `keep` answers what was kept first for that firm, kind and period, the same for every recipient (a
 * reminder is for its recipient alone). `posting` is called before a stub is posted, `posted` after it; false: the letter is
 * somebody else's by now, leave it. `settle` ends the attempt; `MOST_TRIES` of `later` fail.
 */
export interface Sending {
  take(id: string, now: Date): Promise<Taken | undefined>
  posting(taken: Taken, way: Known): Promise<boolean>
  posted(taken: Taken, message: string): Promise<boolean>
  settle(taken: Taken, settled: Settled, now: Date): Promise<void>
  keep(taken: Taken, data: LetterData): Promise<Told>
}

/** What a letter tells. `hash`: the SHA-256 of its JSON with sorted keys. */
export type Told = Readonly<{ data: LetterData; hash: string }>
export type LetterData = Digest | Readonly<{ kind: 'day'; items: readonly Dated[] }>

/** As the digest takes it. */
export type Unanswered = DigestInput['unanswered']

/** Tries of one letter before it has failed for good: about a day with the waits between them. */
export const MOST_TRIES = 30

/** Seconds before the next try at the earliest: twice as long each time up to an hour, or as long as the platform asks. */
export const waitAfter = (attempt: number, asked: number): number => Math.max(asked, Math.min(2 ** attempt, 3_600))

export const STATES = ['planned', 'sending', 'sent', 'uncertain', 'failed', 'skipped'] as const
export type LetterState = (typeof STATES)[number]

/** A letter as its record shows it, without what it told. */
export type LetterLine = Letter &
  Readonly<{ id: string; state: LetterState; tries: number; reason: string | undefined; settled: Date | undefined }>

/**
 * The operator's and the firm's side. `stuck` lists what needs a person: uncertain and failed letters, oldest first. `resend` plans one of
 * these anew, with the stub that is known to be there, and answers it; undefined where there is none to resend. `sent` lists a firm's letters, the latest first, `of` those of one kind and period.
 */
export interface LetterRecord {
  stuck(limit: number): Promise<readonly LetterLine[]>
  resend(id: string, now: Date): Promise<LetterLine | undefined>
  counts(): Promise<Readonly<Record<LetterState, number>>>
  sent(firm: string, limit: number): Promise<readonly LetterLine[]>
  of(firm: string, which: Pick<Letter, 'kind' | 'period'>): Promise<readonly LetterLine[]>
}

/** What a firm got. `latest`: its last letter of that kind before a moment, and from which corpus. `told`: what a letter said. */
export interface Archive {
  latest(firm: string, kind: 'week' | 'month', before: Date): Promise<PastLetter | undefined>
  told(letter: Pick<Letter, 'firm' | 'kind' | 'period' | 'recipient'>): Promise<Told | undefined>
}
export type PastLetter = Readonly<{ period: string; at: Date; corpus: string }>

export type Ledger = Readonly<{ planning: Planning; sending: Sending; record: LetterRecord; archive: Archive }>

/** The ledger as people come to it in chat. `asked`: what the corpus had nothing on, in a span of time. */
export type Letters = Pick<Ledger, 'record' | 'archive'> &
  Readonly<{
    planning: Pick<Planning, 'write' | 'lastRun'>
    asked: (firm: string, span: Readonly<{ from: Date; to: Date }>) => Promise<Unanswered>
  }>
