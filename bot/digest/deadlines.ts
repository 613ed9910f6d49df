import { daysBetween } from '../checklist/cards/dates.ts'
import type { Party } from '../checklist/log.ts'
import type { ChecklistState, ItemState } from '../checklist/state.ts'
import type { CustomerRequest, Profile } from '../firms/profile.ts'
import { plusDays, type Day } from './calendar/days.ts'
import type { ChecklistItem } from '../../corpus/schema.ts'

/** An item by what it is called. */
export type Named = Pick<ChecklistItem, 'id' | 'title'>
/** `days` from today; negative ones are over. */
export type Dated = Named & Readonly<{ day: Day; days: number }>
export type Requested = CustomerRequest & Readonly<{ days: number | undefined }>

/** Items' dates are told this many days ahead. */
const SOON = 7
/** New evidence takes longer to get. */
const EXPIRES_SOON = 30

type Waiting = Readonly<{
  waiting: Readonly<Record<Party, number>>
  overdue: readonly Dated[]
  soon: readonly Dated[]
}>

/** What isn't in place, by who is to do it, and whose date is past or near. */
export function waitingIn({ items }: ChecklistState, today: Day): Waiting {
  const left = items.filter(isLeft)
  const count = (party: Party): number => left.filter((state) => partyOf(state) === party).length
  const dated = byDay(left.flatMap((state) => (state.due === undefined ? [] : [onDay(state, state.due, today)])))
  return {
    waiting: { us: count('us'), vendor: count('vendor'), shared: count('shared') },
    overdue: dated.filter(({ days }) => days < 0),
    soon: dated.filter(({ days }) => days >= 0 && days <= SOON),
  }
}

export const isLeft = ({ status }: ItemState): boolean => status !== 'done' && status !== 'not_applicable'

export const onDay = ({ item: { id, title } }: ItemState, day: Day, today: Day): Dated => ({
  id,
  title,
  day,
  days: daysBetween(today, day),
})

export const byDay = (dated: readonly Dated[]): readonly Dated[] =>
  dated.toSorted((one, other) => one.day.localeCompare(other.day))

/** As the firm settled it, else as the checklist proposes. */
const partyOf = ({ responsible, item }: ItemState): Party => responsible ?? item.who_does

/** What customers asked for, the nearest date first. */
export function requestsOf({ requests = [] }: Profile, today: Day): readonly Requested[] {
  const dated = requests.map((request) => {
    return { ...request, days: request.by === undefined ? undefined : daysBetween(today, request.by) }
  })
  return dated.toSorted((one, other) => (one.by ?? '9999').localeCompare(other.by ?? '9999'))
}

/** Each item's evidence that runs out first, over or soon. Where nothing is in place, nothing rests on it. */
export const expiringIn = ({ items }: ChecklistState, today: Day): readonly Dated[] =>
  byDay(
    items
      .filter(({ status }) => status === 'done' || status === 'partly')
      .flatMap((state) => {
        const [first] = state.evidence.flatMap(({ expires }) => expires ?? []).toSorted()
        return first !== undefined && first <= plusDays(today, EXPIRES_SOON) ? [onDay(state, first, today)] : []
      }),
  )
