import type { ChatEvent } from '../event.ts'
import type { Reply } from '../reply.ts'

/** Where a reply goes: written by a platform's adapter, read by it again, opaque to everybody in between. JSON. */
export type Address = Readonly<Record<string, unknown>>

/** Something a person did on a platform, and where its reply is to go. */
export type Arrival = Readonly<{ platform: string; event: ChatEvent; address: Address }>

/**
 * An arrival whose time has come. With a `reply`, only the posting is left; `doubtful`: it may have been posted before. `takes`: how
 * often it has been handed out unanswered, this time included; after `MOST_TAKES` it is handed out once more, to be set aside.
 * `crowded`: its sender has too much waiting and is to be told so.
 */
export type Work = Arrival & Readonly<{ reply: Reply | undefined; doubtful: boolean; takes: number; crowded: boolean }>

/**
 * What became of a posting. `message` is the platform's id of what was posted. `later`: try again in so many seconds at the
 * earliest, longer with every try; up to half as long again, so that what had to wait together doesn't come back together.
 * `failed`: trying again would not help. `uncertain`: nobody can know whether the platform has it.
 */
export type Posted =
  | Readonly<{ kind: 'sent'; message: string }>
  | Readonly<{ kind: 'later'; seconds: number; reason: string }>
  | Readonly<{ kind: 'failed' | 'uncertain'; reason: string }>

/** Whose an arrival is: anybody's who takes it, or for the length of a lease the caller's, as if they had taken it. */
export type Hold = 'open' | 'held'

/**
 * Keeps what came in until its reply has gone out; docs/decisions/0003-delivery.md.
 * `accept` answers true exactly once per event id, and the arrival is kept before it does. What ended in an error may be done again,
 * such as by pressing the same button: then it is as if it had never been there. What was set aside may not.
 * A question that comes while `MOST_WAITING` of its sender's wait is crowded; those that follow it within `ASKED_LATELY` are kept
 * without their words and never handed out. What is held, and every press, is taken all the same.
 * `take` hands out what is waiting, or was left by somebody who died, under a lease: each to one taker, and within a thread
 * only the oldest. What was left unanswered may be what its taker died of: of that, one piece is out at a time, so that nothing
 * innocent is with it twice. What nobody has answered after `MOST_TAKES`, nor set aside after that, is handed out no more.
 * Everybody gets a turn: of what one person or one workspace has waiting, the second comes after everybody's first; no more than
 * `MOST_IN_HAND` of one person's are out at a time.
 * `answered` keeps the reply, the first one if there are two; undefined where the arrival is kept no longer, as when its firm was
 * deleted. Without a `hold`, what is accepted is open and what is answered stays whose it was. `posting` is called before the platform is, `settle` after it.
 * A posting that ended `uncertain` is handed out once more as `doubtful`; the second time it stays uncertain.
 */
export interface Mailroom {
  accept(arrival: Arrival, hold?: Hold): Promise<boolean>
  take(platform: string, limit: number): Promise<readonly Work[]>
  answered(event: ChatEvent, reply: Reply, hold?: Hold): Promise<Reply | undefined>
  posting(event: ChatEvent): Promise<void>
  settle(event: ChatEvent, posted: Posted): Promise<void>
}
