import type { Progress } from '../reply.ts'
import type { ChecklistState, ItemState } from './state.ts'

/** How far a firm is, for every surface that says so: assessed and in place, out of what applies. */
export function progressOf({ items, apart }: ChecklistState): Progress {
  const count = (...statuses: readonly ItemState['status'][]): number =>
    items.filter(({ status }) => statuses.includes(status)).length
  const notApplicable = count('not_applicable')
  return {
    applicable: items.length - notApplicable,
    assessed: count('done', 'partly', 'not_yet', 'dont_know'),
    inPlace: count('done'),
    unknown: count('dont_know'),
    notApplicable,
    apart: apart.length,
  }
}
