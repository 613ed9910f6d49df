import type { ChecklistItem } from '../../corpus/schema.ts'
import type { Progress } from '../reply.ts'
import type { Status } from './actions.ts'
import type { Logged } from './log.ts'

/** How one item stands. */
export type ItemState = Readonly<{ item: ChecklistItem; status: Status | 'open' }>

/** How the whole checklist stands, in its order: the one fold over the log that every surface uses. */
export function standOf(checklist: readonly ChecklistItem[], log: readonly Logged[]): readonly ItemState[] {
  const undone = new Set(log.flatMap(({ done }) => (done.kind === 'undone' ? [done.undoes] : [])))
  const latest = new Map<string, Status>()
  for (const { seq, done } of log) if (done.kind === 'answered' && !undone.has(seq)) latest.set(done.item, done.status)
  return checklist.map((item) => ({ item, status: latest.get(item.id) ?? 'open' }))
}

export function progressOf(stand: readonly ItemState[]): Progress {
  const count = (...statuses: readonly ItemState['status'][]): number =>
    stand.filter(({ status }) => statuses.includes(status)).length
  const notApplicable = count('not_applicable')
  return {
    applicable: stand.length - notApplicable,
    assessed: count('done', 'partly', 'not_yet', 'dont_know'),
    inPlace: count('done'),
    unknown: count('dont_know'),
    notApplicable,
  }
}
