import type { Bilingual, ChecklistItem } from '../../corpus/schema.ts'
import type { Checklist } from '../checklist/checklist.ts'
import { daysBetween } from '../checklist/cards/dates.ts'
import { asOf, type Logged, type Party } from '../checklist/log.ts'
import { nextStep, type NextBecause } from '../checklist/next.ts'
import { progressOf } from '../checklist/progress.ts'
import { stateOf, type ChecklistState, type ItemState } from '../checklist/state.ts'
import type { Firm, Member } from '../firms/firm.ts'
import type { CustomerRequest } from '../firms/profile.ts'
import type { Progress } from '../reply.ts'
import { plusDays, type Day } from './calendar/days.ts'
import { wallTimeAt } from './calendar/zoned-time.ts'
import type { PlannedDigest } from './schedule.ts'

/**
 * What people of the firm asked since the previous digest and the corpus has nothing on: how many questions, of how many people,
 * among all who are in the firm.
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

/** An item by what it is called. */
export type Named = Pick<ChecklistItem, 'id' | 'title'>
export type Dated = Named & Readonly<{ day: Day; days: number }>
export type Asked = CustomerRequest & Readonly<{ days: number | undefined }>

/** The one thing to decide. Bands as in docs/checklist.md. */
export type Decision = Named &
  Readonly<{
    question: Bilingual
    because: NextBecause
    effort: ChecklistItem['effort']
    cost: ChecklistItem['cost']
    impact: ChecklistItem['impact']
    party: Party
  }>

/**
 * A week of one firm, as of the moment it was planned for, whenever it is sent: plain data, the same for every manager, language
 * and platform. `days` count from `today`, the day in the firm; negative ones are over. `trend`: items in place at the end
 * of each of up to eight weeks, the latest last. `quiet`: nothing happened and nothing presses.
 */
export type Digest = Readonly<{
  kind: PlannedDigest['kind']
  period: string
  at: string
  corpus: string
  firm: string
  today: Day
  since: Day | undefined
  now: Progress
  before: Progress | undefined
  trend: readonly number[]
  done: readonly Named[]
  waiting: Readonly<Record<Party, number>>
  overdue: readonly Dated[]
  soon: readonly Dated[]
  unknowns: readonly Named[]
  requests: readonly Asked[]
  expiring: readonly Dated[]
  changed: readonly Named[]
  unanswered: number | undefined
  decision: Decision | undefined
  quiet: boolean
}>

/** Due dates are told this many days ahead, evidence that expires and requests of customers so many. */
const SOON = 7
const EXPIRES_SOON = 30

export function digestOf(input: DigestInput): Digest {
  const { planned, firm, previous } = input
  const today = wallTimeAt(planned.at, firm.timeZone).day
  const state = stateAt(planned.at, input)
  const before = previous === undefined ? undefined : stateAt(previous.at, input)
  const told = {
    ...waitingIn(state, today),
    done: doneBetween(before, state),
    unknowns: named(state.items.filter(({ status }) => status === 'dont_know')),
    requests: requestsOf(firm, today),
    expiring: expiringIn(state, today),
    changed: named(state.items.filter(isChanged)),
    unanswered: tellable(input),
    decision: decisionIn(state),
  }
  return {
    kind: planned.kind,
    period: planned.period,
    at: planned.at.toISOString(),
    corpus: input.corpus,
    firm: firm.name,
    today,
    since: previous && wallTimeAt(previous.at, firm.timeZone).day,
    now: progressOf(state),
    before: before && progressOf(before),
    trend: trendOf(input),
    ...told,
    quiet: isQuietWeek(told, input),
  }
}

/** What the firm says of itself is not kept over time: earlier weeks are counted as the firm is today. */
const stateAt = (moment: Date, { checklist, firm, log }: DigestInput): ChecklistState =>
  stateOf({ checklist, profile: firm.profile }, asOf(log, moment))

const nameOf = ({ item: { id, title } }: ItemState): Named => ({ id, title })
const named = (states: readonly ItemState[]): readonly Named[] => states.map(nameOf)

const isLeft = ({ status }: ItemState): boolean => status !== 'done' && status !== 'not_applicable'

type Waiting = Pick<Digest, 'waiting' | 'overdue' | 'soon'>

/** What isn't in place, by who is to do it, and whose date is past or near. */
function waitingIn({ items }: ChecklistState, today: Day): Waiting {
  const left = items.filter(isLeft)
  const count = (party: Party): number => left.filter((state) => partyOf(state) === party).length
  const dated = byDay(left.flatMap((state) => (state.due === undefined ? [] : [onDay(state, state.due, today)])))
  return {
    waiting: { us: count('us'), vendor: count('vendor'), shared: count('shared') },
    overdue: dated.filter(({ days }) => days < 0),
    soon: dated.filter(({ days }) => days >= 0 && days <= SOON),
  }
}

const partyOf = ({ responsible, item }: ItemState): Party => responsible ?? item.who_does

const onDay = (state: ItemState, day: Day, today: Day): Dated => ({
  ...nameOf(state),
  day,
  days: daysBetween(today, day),
})

const byDay = (dated: readonly Dated[]): readonly Dated[] =>
  dated.toSorted((one, other) => one.day.localeCompare(other.day))

function doneBetween(before: ChecklistState | undefined, { items }: ChecklistState): readonly Named[] {
  const already = new Set(before?.items.filter(({ status }) => status === 'done').map(({ item }) => item.id))
  return named(items.filter(({ status, item }) => status === 'done' && !already.has(item.id)))
}

function requestsOf({ profile }: Firm, today: Day): readonly Asked[] {
  const asked = (profile.requests ?? []).map((request) => {
    return { ...request, days: request.by === undefined ? undefined : daysBetween(today, request.by) }
  })
  return asked.toSorted((one, other) => (one.by ?? '9999').localeCompare(other.by ?? '9999'))
}

/** Of items that rest on it only: where nothing is in place, nothing expires. */
const expiringIn = ({ items }: ChecklistState, today: Day): readonly Dated[] =>
  byDay(
    items
      .filter(({ status }) => status === 'done' || status === 'partly')
      .flatMap((state) => {
        const days = state.evidence.flatMap(({ expires }) => expires ?? []).toSorted()
        const [first] = days.filter((day) => day <= plusDays(today, EXPIRES_SOON))
        return first === undefined ? [] : [onDay(state, first, today)]
      }),
  )

/** Answered, and asked otherwise since by the corpus. */
const isChanged = ({ reworded, reopened }: ItemState): boolean =>
  reworded || ['reworded', 'split', 'merged'].includes(reopened?.because.kind ?? '')

/** Fewer people than this, in a firm or with such a question, and a count would say who asked. */
const FEWEST_PEOPLE = 5
const FEWEST_ASKING = 3

function tellable({ unanswered: { questions, people }, members }: DigestInput): number | undefined {
  const here = members.filter(({ left, is, name }) => !left && is === undefined && name !== '').length
  return here >= FEWEST_PEOPLE && people >= FEWEST_ASKING ? questions : undefined
}

function decisionIn(state: ChecklistState): Decision | undefined {
  const next = nextStep(state)
  if (next === undefined) return undefined
  const { step, because } = next
  const { question, effort, cost, impact } = step.item
  return { ...nameOf(step), question, because, effort, cost, impact, party: partyOf(step) }
}

const WEEKS = 8
const WEEK_MS = 7 * 86_400_000

/** From the week on in which the firm began. */
const trendOf = (input: DigestInput): readonly number[] =>
  Array.from({ length: WEEKS }, (_, n) => new Date(input.planned.at.getTime() - (WEEKS - 1 - n) * WEEK_MS))
    .filter((moment) => asOf(input.log, moment).length > 0)
    .map((moment) => progressOf(stateAt(moment, input)).inPlace)

type Told = Pick<Digest, 'done' | 'overdue' | 'soon' | 'expiring' | 'requests' | 'changed' | 'unanswered'>

function isQuietWeek(told: Told, { log, planned, previous, corpus }: DigestInput): boolean {
  const happened = asOf(log, planned.at).length > (previous === undefined ? 0 : asOf(log, previous.at).length)
  const changed = told.changed.length > 0 && previous?.corpus !== corpus
  const presses =
    told.overdue.length + told.soon.length + told.expiring.length > 0 ||
    told.requests.some(({ days }) => days !== undefined && days <= EXPIRES_SOON)
  return previous !== undefined && !happened && !changed && !presses && told.unanswered === undefined
}
