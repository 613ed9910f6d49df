export type HandsNeeds<T> = Readonly<{
  most: number
  /** What is waiting, at most so many of it, each piece to one taker. */
  take: (limit: number) => Promise<readonly T[]>
  work: (piece: T) => Promise<void>
  /** Hears of whatever `take` or `work` rejected with. */
  report: (cause: unknown) => void
}>

/**
 * Hands that work on what is waiting, each on one piece, and reach for the next as soon as one is free: a slow piece holds up
 * nothing else. `wake` says that something may be waiting; it is free while they are at it. `rest` takes up nothing more and
 * settles when what is in hand is done.
 */
export type Hands = Readonly<{ wake(): void; rest(): Promise<void> }>

export function createHands<T>({ most, take, work, report }: HandsNeeds<T>): Hands {
  const underway = new Set<Promise<void>>()
  let busy = 0
  let reaching = false
  let called = false
  let resting = false

  const wake = (): void => {
    called = true
    if (!reaching && !resting) follow(reach())
  }
  /** One reach at a time, so that no two count on the same free hand. Whoever calls meanwhile is heard before it ends. */
  const reach = async (): Promise<void> => {
    reaching = true
    try {
      while (called && busy < most && !resting) {
        called = false
        for (const piece of await take(most - busy)) follow(handle(piece))
      }
    } finally {
      reaching = false
    }
  }
  const handle = async (piece: T): Promise<void> => {
    busy += 1
    try {
      await work(piece)
    } finally {
      busy -= 1
      wake()
    }
  }
  const follow = (started: Promise<void>): void => {
    const done = started.catch(report).finally(() => underway.delete(done))
    underway.add(done)
  }
  return {
    wake,
    async rest() {
      resting = true
      while (underway.size > 0) await Promise.all(underway)
    },
  }
}
