import type { ChecklistState, ItemState } from '../state.ts'

/**
 * What the firm's answers say to an item of IPA's self-check. `open`: not all that bears on it is answered. `left_out`: it has no
 * place in the firm. `untouched`: no item of the checklist bears on it.
 */
export type SelfCheckAnswer = 'done' | 'partly' | 'not_yet' | 'dont_know' | 'open' | 'left_out' | 'untouched'
export type SelfCheckLine = Readonly<{ id: string; says: SelfCheckAnswer; points: number | undefined }>

/** `points` out of `most`, over the lines that have points. */
export type SelfCheck = Readonly<{ lines: readonly SelfCheckLine[]; points: number; most: number }>

const ITEMS = 25
const FULL = 4

/** IPA's own points. */
const POINTS: Readonly<Partial<Record<SelfCheckAnswer, number>>> = { done: FULL, partly: 2, not_yet: 0, dont_know: -1 }

/**
 * The firm's answers as IPA's self-check counts. Where several items bear on one of IPA's, all of them in place is "done", some of
 * it is "partly", and otherwise the weakest counts. What has no place in the firm has no points and lowers what can be reached.
 */
export function selfCheckOf(state: ChecklistState): SelfCheck {
  const lines = Array.from({ length: ITEMS }, (_, n) => lineOf(`25-${n + 1}`, state))
  const scored = lines.flatMap(({ points }) => points ?? [])
  return { lines, points: scored.reduce((sum, points) => sum + points, 0), most: scored.length * FULL }
}

function lineOf(id: string, { items, apart }: ChecklistState): SelfCheckLine {
  const bears = ({ item }: ItemState): boolean => item.rests_on.ipa.includes(id)
  const statuses = items.filter(bears).map(({ status }) => status)
  const counting = statuses.filter((status) => status !== 'not_applicable')
  const says =
    counting.length > 0 ? together(counting) : statuses.length > 0 || apart.some(bears) ? 'left_out' : 'untouched'
  return { id, says, points: POINTS[says] }
}

function together(statuses: readonly ItemState['status'][]): SelfCheckAnswer {
  if (statuses.includes('open')) return 'open'
  if (statuses.every((status) => status === 'done')) return 'done'
  if (statuses.some((status) => status === 'done' || status === 'partly')) return 'partly'
  return statuses.includes('dont_know') ? 'dont_know' : 'not_yet'
}
