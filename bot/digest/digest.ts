import type { Checklist } from '../checklist/checklist.ts'
import { asOf, type Logged, type Party } from '../checklist/log.ts'
import { progressOf } from '../checklist/progress.ts'
import { stateOf, type ChecklistState, type ItemState } from '../checklist/state.ts'
import type { Firm, Member } from '../firms/firm.ts'
import type { Progress } from '../reply.ts'
import type { Day } from './calendar/days.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import { decisionIn, type Decision } from './decision.ts'
import { expiringIn, requestsOf, waitingIn, type Dated, type Named, type Requested } from './deadlines.ts'
import { isQuietWeek } from './quiet-week.ts'
import type { PlannedDigest } from './schedule.ts'
import { spanOf } from './span.ts'

/**
 * What people of the firm asked since the previous digest and the corpus has nothing on: how many questions, and of how many
 * people they were.
 */
export type Unanswered = Readonly<{ questions: number; people: number }>

/** The digest that managers got before: when it was as of, and from which corpus. */
export type PreviousDigest = Readonly<{ at: Date; corpus: string }>

export type DigestInput = Readonly<{
  planned: PlannedDigest
  firm: Firm
  members: readonly Member[]
  log: readonly Logged[]
  checklist: Checklist
  /** `Knowledge.version`. */
  corpus: string
  previous: PreviousDigest | undefined
  unanswered: Unanswered
}>

/**
 * A week or a month of one firm: plain data, the same for every manager, language and platform, and the same however late or often
 * it is composed. A week is as of the moment it was planned for, a month as of its end; `today` is the day in the firm when it
 * was planned. `before`: the numbers on the day `since`, that of the digest before or the first of the month. `trend`: items in place at the end of each of
 * up to eight weeks, the latest last. `unanswered` is undefined where a count would say who asked. `quiet`: nothing
 * happened and nothing presses.
 */
export type Digest = Readonly<{
  kind: PlannedDigest['kind']
  period: string
  at: string
  corpus: string
  firm: string
  today: Day
  now: Progress
  before: Progress | undefined
  since: Day | undefined
  trend: readonly number[]
  done: readonly Named[]
  waiting: Readonly<Record<Party, number>>
  overdue: readonly Dated[]
  soon: readonly Dated[]
  unknowns: readonly Named[]
  requests: readonly Requested[]
  expiring: readonly Dated[]
  changed: readonly Named[]
  unanswered: number | undefined
  decision: Decision | undefined
  quiet: boolean
}>

export function digestOf(input: DigestInput): Digest {
  const { planned, firm, corpus } = input
  const { from, to } = spanOf(input)
  const today = wallTimeAt(planned.at, firm.timeZone).day
  const state = stateAt(to, input)
  const before = from === undefined ? undefined : stateAt(from, input)
  const told = {
    ...waitingIn(state, today),
    done: doneBetween(before, state),
    unknowns: named(state.items.filter(({ status }) => status === 'dont_know')),
    requests: requestsOf(firm.profile, today),
    expiring: expiringIn(state, today),
    changed: named(state.items.filter(isChanged)),
    unanswered: tellable(input),
  }
  return {
    kind: planned.kind,
    period: planned.period,
    at: to.toISOString(),
    corpus,
    firm: firm.name,
    today,
    now: progressOf(state),
    before: before && progressOf(before),
    since: from && wallTimeAt(from, firm.timeZone).day,
    trend: trendOf(to, input),
    ...told,
    decision: decisionIn(state, today),
    quiet: isQuietWeek(told, input),
  }
}

/** What the firm says of itself is not kept over time: earlier weeks are counted as the firm is today. */
const stateAt = (moment: Date, { checklist, firm, log }: DigestInput): ChecklistState =>
  stateOf({ checklist, profile: firm.profile }, asOf(log, moment))

const named = (states: readonly ItemState[]): readonly Named[] =>
  states.map(({ item: { id, title } }) => ({ id, title }))

function doneBetween(before: ChecklistState | undefined, { items }: ChecklistState): readonly Named[] {
  const already = new Set(before?.items.filter(({ status }) => status === 'done').map(({ item }) => item.id))
  return named(items.filter(({ status, item }) => status === 'done' && !already.has(item.id)))
}

/** Answered, and asked otherwise since by the corpus. */
const isChanged = ({ reworded, reopened }: ItemState): boolean =>
  reworded || ['reworded', 'split', 'merged'].includes(reopened?.because.kind ?? '')

/** With fewer people in the firm, or fewer who asked such a question, the count would say who it was. */
const FEWEST_PEOPLE = 5
const FEWEST_ASKING = 3

function tellable({ unanswered: { questions, people }, members }: DigestInput): number | undefined {
  const here = members.filter(({ left, is, name }) => !left && is === undefined && name !== '').length
  return here >= FEWEST_PEOPLE && people >= FEWEST_ASKING ? questions : undefined
}

const WEEKS = 8
const WEEK_MS = 7 * 86_400_000

/** From the week on in which the firm began. */
const trendOf = (end: Date, input: DigestInput): readonly number[] =>
  Array.from({ length: WEEKS }, (_, n) => new Date(end.getTime() - (WEEKS - 1 - n) * WEEK_MS))
    .filter((moment) => asOf(input.log, moment).length > 0)
    .map((moment) => progressOf(stateAt(moment, input)).inPlace)
