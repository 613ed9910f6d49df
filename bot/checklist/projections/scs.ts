import type { ChecklistState, ItemState } from '../state.ts'

/**
 * A criterion of SCS ★3 as the firm's answers have it. `ticked`: said of this very criterion. `whole`: it belongs to an item that
 * was answered "done" as a whole. `not_ours`: its item has no place in the firm.
 */
export type CriterionStanding = 'ticked' | 'whole' | 'open' | 'not_ours'
export type CriterionLine = Readonly<{ id: string; standing: CriterionStanding }>

/** Every criterion that the checklist holds; each belongs to one item. */
export const criteriaOf = ({ items, apart }: ChecklistState): readonly CriterionLine[] => [
  ...items.flatMap(linesOf),
  ...apart.flatMap((state) => scsIds(state).map((id) => ({ id, standing: 'not_ours' as const }))),
]

const linesOf = (state: ItemState): readonly CriterionLine[] =>
  scsIds(state).map((id) => ({ id, standing: standingOf(id, state.given) }))

const scsIds = ({ criteria }: ItemState): readonly string[] =>
  criteria.filter(({ kind }) => kind === 'scs').map(({ id }) => id)

function standingOf(id: string, given: ItemState['given']): CriterionStanding {
  switch (given?.status) {
    case 'done':
      return 'whole'
    case 'partly':
      return given.met.includes(id) ? 'ticked' : 'open'
    case 'not_applicable':
      return 'not_ours'
    case 'not_yet':
    case 'dont_know':
    case undefined:
      return 'open'
  }
}
