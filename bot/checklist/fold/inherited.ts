import type { ChecklistChange } from '../../../corpus/schema.ts'
import { openAgain, UNTOUCHED, type Given, type Standing } from './standing.ts'

/** The change that made an item out of earlier ones. */
export const originOf = (
  item: string,
  changes: readonly ChecklistChange[],
): Exclude<ChecklistChange, { kind: 'retired' }> | undefined =>
  changes.filter((change) => change.kind !== 'retired').find(({ to }) => (to === item ? true : to.includes(item)))

/** The items that went into this one, and into those, the oldest first. */
export function ancestorsOf(item: string, changes: readonly ChecklistChange[]): readonly string[] {
  const from = [originOf(item, changes)?.from ?? []].flat()
  return from.flatMap((one) => [...ancestorsOf(one, changes), one])
}

/** A part of a split item begins with everything its whole had, and open: nobody has answered this part by itself. */
export const afterSplit = (whole: Standing, since: string): Standing => openAgain(whole, { kind: 'split', since })

/**
 * A merged item keeps an answer that was the same for every part; it is marked as answered to another wording. Where the parts
 * differ, or only some were answered, it is open. Notes, evidence and people are carried over in any case.
 */
export function afterMerge(parts: readonly Standing[], since: string): Standing {
  const together = parts.reduce(besides, UNTOUCHED)
  const given = parts.flatMap((part) => part.given ?? [])
  const was = parts.flatMap((part) => part.given ?? part.reopened?.was ?? [])
  const same = given.length === parts.length ? sameAnswer(given) : undefined
  if (same !== undefined) return { ...together, given: { ...same, revision: ANOTHER_WORDING } }
  return { ...together, reopened: was.length > 0 ? { because: { kind: 'merged', since }, was } : undefined }
}

/** Version 1 and a hash that no wording is likely to have. */
const ANOTHER_WORDING = '1-00000000'

/** The latest of them, where all say the same and none says more than its status. */
function sameAnswer(given: readonly Given[]): Given | undefined {
  const [first, ...others] = given.toSorted((a, b) => b.seq - a.seq)
  if (first === undefined || first.status === 'partly' || first.status === 'not_applicable') return undefined
  return others.every(({ status }) => status === first.status) ? first : undefined
}

/** Both of two standings, answers and confirmations aside. */
const besides = (one: Standing, other: Standing): Standing => ({
  ...UNTOUCHED,
  note: [one.note, other.note].filter((note) => note !== undefined).join('\n') || undefined,
  evidence: [...one.evidence, ...other.evidence],
  owner: one.owner ?? other.owner,
  due: [one.due, other.due].filter((due) => due !== undefined).toSorted()[0],
  responsible: one.responsible ?? other.responsible,
  last: later(one.last, other.last),
})

const later = (one: Standing['last'], other: Standing['last']): Standing['last'] =>
  one === undefined || (other !== undefined && other.at > one.at) ? other : one
