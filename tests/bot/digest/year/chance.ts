/** Chance that repeats itself from a seed: mulberry32, public domain, by Tommy Ettinger. */
export type Chance = Readonly<{
  /** In 0–1, 1 left out. */
  next(): number
  happens(probability: number): boolean
  oneOf<T>(all: readonly [T, ...T[]]): T
  shuffled<T>(all: readonly T[]): readonly T[]
}>

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    happens: (probability) => next() < probability,
    oneOf: (all) => all[Math.floor(next() * all.length)] ?? all[0],
    shuffled: (all) =>
      all
        .map((one) => ({ one, place: next() }))
        .toSorted((first, second) => first.place - second.place)
        .map(({ one }) => one),
  }
}
