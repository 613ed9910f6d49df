import type { Posted } from '../../bot/delivery/mailroom.ts'
import { wasUnreached } from '../../bot/delivery/unreached.ts'
import { ConnectorError } from './connector.ts'

/**
 * After these, trying again can help: what Teams asks to try again with jitter (412, 429, 502, 504; learn.microsoft.com, "Optimize
 * your bot with rate limiting"), an overloaded connector (503), and a token that isn't taken (401), which whoever runs it can mend.
 */
const PASSING = new Set([401, 412, 429, 502, 503, 504])

/** Seconds before another try, where the connector says nothing; jitter doubles it at most. */
const WAIT = 2

/** `repeatable`: doing it once more changes nothing. `random` in 0–1 spreads the tries of many. */
export type Judging = Readonly<{ repeatable: boolean; random: () => number }>

/** What became of a call to the connector that threw. A call that can be repeated is never in doubt: it is made again. */
export function outcomeOf(error: unknown, { repeatable, random }: Judging): Posted {
  if (!(error instanceof ConnectorError)) throw error
  const reason = codeOf(error.cause) ?? error.message
  const later = { kind: 'later', seconds: (error.retryAfter ?? WAIT) + WAIT * random(), reason } as const
  if (isPassing(error)) return later
  if (isRefused(error)) return { kind: 'failed', reason }
  return repeatable ? later : { kind: 'uncertain', reason }
}

const isPassing = ({ unsent, status = 0, cause }: ConnectorError): boolean =>
  unsent || PASSING.has(status) || wasUnreached(codeOf(cause) ?? '')

const isRefused = ({ status = 500 }: ConnectorError): boolean => status < 500

/** The bot may not write there, or there is no there: it was blocked, or its app taken out. */
export const isGone = (error: unknown): boolean =>
  error instanceof ConnectorError && (error.status === 403 || error.status === 404)

/** Node's fetch wraps the reason once or twice. */
const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}
