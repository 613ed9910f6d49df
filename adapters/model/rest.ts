import type { Failure, FailureKind } from './failure.ts'

/**
 * A provider that has just failed is left alone for a while: otherwise every person would wait the whole time limit for the
 * answer that was there all along.
 */
export interface Rest {
  isOn(): boolean
  /** After a failure that the next question would meet, too; anything else changes nothing. */
  after(failure: Failure): void
}

/** At least this long, in milliseconds; longer where the provider asks for it. */
const REST_MS = 30_000
const LONGEST_REST_MS = 600_000

const CALLS_FOR_REST: ReadonlySet<FailureKind> = new Set([
  'timeout',
  'key_refused',
  'rate_limited',
  'overloaded',
  'request_refused',
  'unreachable',
])

export function createRest(now: () => number): Rest {
  let until = 0
  return {
    isOn: () => now() < until,
    after: ({ kind, retryAfterMs = 0 }) => {
      if (CALLS_FOR_REST.has(kind)) until = now() + Math.min(Math.max(REST_MS, retryAfterMs), LONGEST_REST_MS)
    },
  }
}
