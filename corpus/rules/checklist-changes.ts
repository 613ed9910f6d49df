import type { Corpus } from '../load.ts'
import type { Problem } from '../problem.ts'
import type { ChecklistChange } from '../schema.ts'

/**
 * Firms' answers hang on the ids of the checklist. So an id is never used again, whatever is gone says what became of it, once,
 * and what came of it has a higher number.
 */
export function checklistChanges(corpus: Corpus): readonly Problem[] {
  const there = new Set(corpus.checklist.map(({ body }) => body.id))
  const places = corpus.checklistChanges.flatMap(({ path, body }) =>
    body.changes.map((change, index) => ({ path, at: `changes.${index}`, change })),
  )
  const gone = places.flatMap(({ change }) => fromOf(change))
  return [
    ...places.flatMap((place) => [...stillThere(place, there), ...leadsNowhere(place, new Set([...there, ...gone]))]),
    ...places.flatMap(goesBack),
    ...toldTwice(places),
    ...silentlyGone(there, new Set(gone)),
  ]
}

type Place = Readonly<{ path: string; at: string; change: ChecklistChange }>

const fromOf = ({ from }: ChecklistChange): readonly string[] => [from].flat()
const toOf = (change: ChecklistChange): readonly string[] => (change.kind === 'retired' ? [] : [change.to].flat())

const stillThere = ({ path, at, change }: Place, there: ReadonlySet<string>): readonly Problem[] =>
  fromOf(change)
    .filter((id) => there.has(id))
    .map((value) => {
      const fix = 'remove the item, or take this change out; a reworded item keeps its id and needs no change here'
      return { path, at: `${at}.from`, value, wrong: 'this item is still in the checklist', fix }
    })

const leadsNowhere = ({ path, at, change }: Place, known: ReadonlySet<string>): readonly Problem[] =>
  toOf(change)
    .filter((id) => !known.has(id))
    .map((value) => {
      return { path, at: `${at}.to`, value, wrong: 'there is no such item', fix: 'write that item, or name another' }
    })

/** Rules out circles, too. */
function goesBack({ path, at, change }: Place): readonly Problem[] {
  const last = Math.max(...fromOf(change).map(numberOf))
  return toOf(change)
    .filter((id) => numberOf(id) <= last)
    .map((value) => {
      const fix = 'give the new item the next free number; ids are never used again'
      return { path, at: `${at}.to`, value, wrong: 'the new item has no higher number than the old one', fix }
    })
}

function toldTwice(places: readonly Place[]): readonly Problem[] {
  const told = places.flatMap(({ path, at, change }) =>
    fromOf(change).map((value) => ({ path, at: `${at}.from`, value })),
  )
  return told
    .filter(({ value }, index) => told.findIndex((other) => other.value === value) < index)
    .map((place) => ({ ...place, wrong: 'another change tells of this item already', fix: 'keep one of them' }))
}

function silentlyGone(there: ReadonlySet<string>, gone: ReadonlySet<string>): readonly Problem[] {
  const told = new Set([...there, ...gone].map(numberOf))
  const last = Math.max(0, ...[...there].map(numberOf).filter((number) => !Number.isNaN(number)))
  return Array.from({ length: last }, (_, n) => n + 1)
    .filter((number) => !told.has(number))
    .map((number) => {
      const value = `CK-${String(number).padStart(2, '0')}`
      const wrong = 'this item is gone, and nothing says what became of it'
      const fix = 'add what became of it (split, merged, retired), or bring the item back'
      return { path: 'checklist/changes.yaml', at: 'changes', value, wrong, fix }
    })
}

const numberOf = (id: string): number => Number(/^CK-(\d+)$/u.exec(id)?.[1])
