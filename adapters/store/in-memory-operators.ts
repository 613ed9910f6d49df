import type { Operators } from '../../bot/ports.ts'

/** Operators in this process, for commands that open no store and for tests; forgotten when it ends. */
export function createInMemoryOperators(): Operators {
  const since = new Map<string, Date>()
  return {
    has: (person) => Promise.resolve(since.has(person)),
    add: (person, now) => {
      const isNew = !since.has(person)
      if (isNew) since.set(person, now)
      return Promise.resolve(isNew)
    },
    remove: (person) => Promise.resolve(since.delete(person)),
    list: () =>
      Promise.resolve(
        [...since]
          .map(([person, from]) => ({ person, since: from }))
          .toSorted(
            (one, other) => one.since.getTime() - other.since.getTime() || (one.person < other.person ? -1 : 1),
          ),
      ),
  }
}
