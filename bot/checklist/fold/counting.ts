import type { Logged } from '../log.ts'

/** The log in its order, each entry once, and which of them count no longer. */
export type Counted = Readonly<{ entries: readonly Logged[]; undone: ReadonlySet<number> }>

/** `seq` alone decides the order, and the same entry twice is one. */
export function countEntries(log: readonly Logged[]): Counted {
  const entries = [...new Map(log.map((entry) => [entry.seq, entry])).values()].toSorted((a, b) => a.seq - b.seq)
  return { entries, undone: undoneIn(entries) }
}

/** From the end backwards: an entry that was undone itself undoes nothing, and nobody undoes what is still to come. */
function undoneIn(entries: readonly Logged[]): ReadonlySet<number> {
  const undone = new Set<number>()
  for (const { seq, done } of entries.toReversed())
    if (done.kind === 'undone' && done.undoes < seq && !undone.has(seq)) undone.add(done.undoes)
  return undone
}
