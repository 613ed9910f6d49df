/** Tokens a day. What a call may cost at most is put aside before it and settled after, so that many at once can't overspend. */
export interface Budget {
  /** Undefined where the day's tokens don't reach for it; otherwise, to be told once what it did cost. */
  take(most: number): ((used: number) => void) | undefined
}

/** Kept in memory: every process has a budget of its own, and a fresh one after a restart. Days are UTC's. */
export function createBudget(tokensPerDay: number, now: () => number): Budget {
  let spent = { day: 0, tokens: 0 }
  return {
    take(most) {
      const day = Math.floor(now() / DAY_MS)
      if (day !== spent.day) spent = { day, tokens: 0 }
      const today = spent
      if (today.tokens + most > tokensPerDay) return undefined
      today.tokens += most
      return (used) => {
        today.tokens += used - most
      }
    },
  }
}

const DAY_MS = 86_400_000
