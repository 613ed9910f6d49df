import type { Posted } from '../../bot/delivery/mailroom.ts'
import { ConnectorError } from './connector.ts'

/** Teams asks to try these again, with jitter: learn.microsoft.com, "Optimize your bot with rate limiting". */
const PASSING = new Set([412, 429, 502, 504])
/** The connection was never made, so nothing was posted. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** What became of a call to the connector that threw. `random` in 0–1 spreads the tries of many. */
export function outcomeOf(error: unknown, random: () => number): Posted {
  if (!(error instanceof ConnectorError)) throw error
  const { status, retryAfter = 1, message: reason } = error
  if (status === undefined) return ofSilence(error, random)
  if (PASSING.has(status)) return { kind: 'later', seconds: retryAfter + random(), reason }
  return { kind: status < 500 ? 'failed' : 'uncertain', reason }
}

function ofSilence(error: Error, random: () => number): Posted {
  const code = codeOf(error.cause)
  if (code !== undefined && UNREACHED.has(code)) return { kind: 'later', seconds: 2 + 3 * random(), reason: code }
  return { kind: 'uncertain', reason: code ?? error.message }
}

/** Node's fetch wraps the reason once or twice. */
const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}
