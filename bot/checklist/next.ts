import type { ChecklistState, ItemState } from './state.ts'

/** What put an item before the one that comes after it; `only` where none does. */
export type NextBecause =
  | Readonly<{ kind: 'only' | 'unanswered' | 'ten_minutes' | 'worth' | 'cheap' | 'order' }>
  | Readonly<{ kind: 'stage'; stage: ItemState['item']['stage'] }>
  | Readonly<{ kind: 'due'; due: string }>

export type NextStep = Readonly<{ step: ItemState; because: NextBecause }>

/** What is left to do, the next step first. What was put off comes up again on its day, or when nothing else is left. */
export function inOrder({ items }: ChecklistState, today: string): readonly ItemState[] {
  const left = items.filter(({ status }) => status !== 'done' && status !== 'not_applicable')
  const ready = left.filter((state) => !isPutOff(state, today))
  return (ready.length > 0 ? ready : left).toSorted((a, b) => decidingKey(a, b)?.compare(a, b) ?? 0)
}

/**
 * What to do next, and why. Stage by stage: first what has no answer yet, for a question takes a minute and work takes longer; then
 * what can be begun in ten minutes, what is due, what prevents much for little effort, what costs little, and the checklist's
 * order. Undefined when everything is in place or has no place in the firm.
 */
export function nextStep(state: ChecklistState, today: string): NextStep | undefined {
  const [step, runnerUp] = inOrder(state, today)
  if (step === undefined) return undefined
  if (runnerUp === undefined) return { step, because: { kind: 'only' } }
  return { step, because: decidingKey(step, runnerUp)?.because(step) ?? likeTheOther(step) }
}

export const isPutOff = ({ putOff }: ItemState, today: string): boolean => putOff !== undefined && putOff > today

type Key = Readonly<{
  compare: (a: ItemState, b: ItemState) => number
  because: (step: ItemState) => NextBecause
}>

const STAGES: readonly ItemState['item']['stage'][] = ['start', 'basics', 'show']

const least = (measure: (state: ItemState) => number, because: Key['because']): Key => ({
  compare: (a, b) => Math.sign(measure(a) - measure(b)),
  because,
})

const NEVER = Date.parse('9999-12-31')

const KEYS: readonly Key[] = [
  least(
    ({ item }) => STAGES.indexOf(item.stage),
    ({ item }) => ({ kind: 'stage', stage: item.stage }),
  ),
  least(
    ({ status }) => (status === 'open' ? 0 : 1),
    () => ({ kind: 'unanswered' }),
  ),
  least(
    ({ item }) => (item.first_ten_minutes ? 0 : 1),
    () => ({ kind: 'ten_minutes' }),
  ),
  least(
    ({ due }) => (due === undefined ? NEVER : Date.parse(due)),
    ({ due = '' }) => ({ kind: 'due', due }),
  ),
  least(
    ({ item }) => item.effort / item.impact,
    () => ({ kind: 'worth' }),
  ),
  least(
    ({ item }) => item.cost,
    () => ({ kind: 'cheap' }),
  ),
]

/** Where nothing tells it from the one after it, the checklist's order decides; what both have in common says more. */
const likeTheOther = ({ item }: ItemState): NextBecause => ({ kind: item.first_ten_minutes ? 'ten_minutes' : 'order' })

/** The first key that tells two items apart. */
const decidingKey = (a: ItemState, b: ItemState): Key | undefined => KEYS.find(({ compare }) => compare(a, b) !== 0)
