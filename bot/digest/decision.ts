import type { ChecklistItem } from '../../corpus/schema.ts'
import { isPutOff, nextStep } from '../checklist/next.ts'
import type { ChecklistState, ItemState } from '../checklist/state.ts'
import type { Day } from './calendar/days.ts'
import { isLeft } from './deadlines.ts'

/** The one thing a manager is asked to decide: its first step, and the checklist's bands (docs/checklist.md). */
export type Decision = Pick<ChecklistItem, 'id' | 'title' | 'effort' | 'cost' | 'impact'> &
  Readonly<{ firstStep: ChecklistItem['title'] }>

/**
 * The next best step of those that nobody has decided yet: what has an owner and a day to come is on its way, what was put off
 * waits for its day. Work that is known to be left comes before questions without an answer, which need no decision to be asked.
 */
export function decisionIn(state: ChecklistState, today: Day): Decision | undefined {
  const undecided = state.items.filter((one) => isLeft(one) && !isOnItsWay(one, today) && !isPutOff(one, today))
  const known = undecided.filter(({ status }) => status !== 'open')
  const next = nextStep({ ...state, items: known.length > 0 ? known : undecided }, today)
  if (next === undefined) return undefined
  const { id, title, effort, cost, impact, steps } = next.step.item
  return { id, title, effort, cost, impact, firstStep: steps[0] ?? title }
}

const isOnItsWay = ({ owner, due }: ItemState, today: Day): boolean =>
  owner !== undefined && due !== undefined && due >= today
