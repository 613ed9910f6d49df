import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { Address } from '../../bot/delivery/mailroom.ts'
import type { LetterData, LetterKind, LetterState } from '../../bot/digest/ledger.ts'
import type { ChatEvent } from '../../bot/event.ts'
import type { CodePurpose } from '../../bot/firms/codes.ts'
import type { Firm, Member } from '../../bot/firms/firm.ts'
import type { Reply } from '../../bot/reply.ts'

export type Tables = Readonly<{
  inbox: InboxTable
  delivery: DeliveryTable
  address: AddressTable
  installation: Readonly<{ workspace: string; sealed: string; kept_at: Generated<Date> }>
  feedback: FeedbackTable
  firm: FirmTable
  workspace: WorkspaceTable
  member: MemberTable
  account: AccountTable
  code: CodeTable
  code_tries: CodeTriesTable
  checklist_count: ChecklistCountTable
  checklist_log: ChecklistLogTable
  letter: LetterTable
  letter_told: LetterToldTable
  letter_turn: LetterTurnTable
  operator: Readonly<{ person: string; since: Date }>
  planner_run: Readonly<{ id: number; ran_at: Date; letters: number; trouble: string | null }>
}>

/** Times are set and compared by the database's clock only. */
type InboxTable = Readonly<{
  event_id: string
  thread: string
  /** Counts up as events come in. Clocks step back and tie (PGlite's has milliseconds); this does not. */
  arrival: GeneratedAlways<never>
  received_at: Generated<Date>
  /** Until then, whoever was told `new` is at work on the event; after that, anybody may take it. */
  lease_until: Date
  event: JSONColumnType<ChatEvent>
  /** The speaker's, read out of the event; null for nobody in particular. */
  workspace: GeneratedAlways<string | null>
  reply: JSONColumnType<Reply | null, string | null>
  finished_at: Date | null
  /** See migrations/0016-takes.ts. */
  takes: Generated<number>
}>

/** See migrations/0010-delivery.ts. */
type DeliveryTable = Readonly<{
  event_id: string
  arrival: GeneratedAlways<never>
  platform: string
  thread: string
  event: JSONColumnType<ChatEvent>
  /** As in the inbox. */
  workspace: GeneratedAlways<string | null>
  /** See migrations/0017-fair.ts. */
  person: GeneratedAlways<string | null>
  crowded: Generated<boolean>
  address: JSONColumnType<Address>
  reply: JSONColumnType<Reply | null, string | null, string | null>
  state: Generated<'waiting' | 'answered' | 'posting' | 'sent' | 'failed' | 'uncertain' | 'set_aside' | 'declined'>
  due_at: Generated<Date>
  doubts: Generated<number>
  tries: Generated<number>
  takes: Generated<number>
  message: string | null
  problem: string | null
  received_at: Generated<Date>
}>

/** See migrations/0011-addresses.ts. */
type AddressTable = Readonly<{
  person: string
  platform: string
  workspace: string
  address: JSONColumnType<Address>
  broken: string | null
  seen_at: Generated<Date>
}>

/** See migrations/0012-feedback.ts. */
type FeedbackTable = Readonly<{
  key: string
  about: string
  helped: boolean
  reason: string | null
  said_at: Generated<Date>
}>

/** `facts` is all there is to know; the core decides what that is. */
type FirmTable = Readonly<{
  id: string
  facts: JSONColumnType<Omit<Firm, 'id'>>
  created_at: Generated<Date>
}>

/** A Slack team, a Teams tenant, this computer's web chat: each belongs to one firm, a firm may have several. */
type WorkspaceTable = Readonly<{ id: string; firm_id: string }>

type MemberTable = Readonly<{
  firm_id: string
  id: string
  /** The order in which they came. */
  arrival: GeneratedAlways<never>
  facts: JSONColumnType<Omit<Member, 'id'>>
}>

/** Who a person of a platform is in a firm. A supporter has one of every firm. */
type AccountTable = Readonly<{ firm_id: string; person: string; member_id: string }>

/** A one-time code by its hash. Times are the clock port's. */
type CodeTable = Readonly<{
  hash: string
  firm_id: string
  purpose: CodePurpose
  member_id: string | null
  expires_at: Date
  used: Generated<boolean>
}>

/** When a person entered codes that don't exist, by the clock port. */
type CodeTriesTable = Readonly<{ person: string; tried_at: readonly Date[] }>

/** One row a firm. Whoever writes to the firm's log locks it first, so that the log is counted without gaps. */
type ChecklistCountTable = Readonly<{ firm_id: string; entries: number }>

/**
 * `seq` is the entry's place in the firm's log, `n` its place in what its event wrote. `at` is the clock port's time. `done` is
 * read by the core's schema: an older version of Shirube may meet what a newer one wrote.
 */
type ChecklistLogTable = Readonly<{
  firm_id: string
  seq: number
  event: string
  n: number
  at: Date
  by: string
  done: JSONColumnType<object>
}>

/** See migrations/0014-letters.ts. */
type LetterTable = Readonly<{
  id: Generated<string>
  firm_id: string
  kind: LetterKind
  period: string
  recipient: string
  at: Date
  instead: readonly string[]
  state: Generated<LetterState>
  due_at: Date
  lease_until: Date | null
  attempt: Generated<number>
  tries: Generated<number>
  posting: Generated<boolean>
  platform: string | null
  address: JSONColumnType<Address | null, string | null>
  message: string | null
  corpus: string | null
  hash: string | null
  reason: string | null
  settled_at: Date | null
}>

/** See migrations/0014-letters.ts and 0016-restored.ts. */
type LetterTurnTable = Readonly<{
  firm_id: string
  schedule: string
  planned_until: Date
  backup_at: Date | null
  restored_at: Date | null
}>

/** What letters told. */
type LetterToldTable = Readonly<{
  firm_id: string
  kind: LetterKind
  period: string
  about: string
  told: JSONColumnType<LetterData>
  hash: string
}>
