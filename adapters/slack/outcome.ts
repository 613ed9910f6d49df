import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import type { Posted } from '../../bot/delivery/mailroom.ts'
import { wasUnreached } from '../../bot/delivery/unreached.ts'

/** Slack's own errors after which trying again can help; everything else it refuses for good. */
const PASSING = new Set(['ratelimited', 'service_unavailable', 'team_added_to_org', 'accesslimited', 'request_timeout'])
/** "May have partially succeeded", as Slack's documentation has it. */
const DOUBTFUL = new Set(['fatal_error', 'internal_error'])

/** What became of a call that threw. A call whose repetition changes nothing is never in doubt: it is made again. */
export function outcomeOf(error: unknown, { repeatable }: { repeatable: boolean }): Posted {
  const posted = judge(error)
  return posted.kind === 'uncertain' && repeatable ? { kind: 'later', seconds: 2, reason: posted.reason } : posted
}

function judge(error: unknown): Posted {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', seconds: error.retryAfter, reason: 'Slack asked to wait' }
  if (error instanceof WebAPIPlatformError) return ofPlatform(error.data.error)
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode)
  if (error instanceof WebAPIRequestError) return ofRequest(error.original)
  throw error
}

function ofPlatform(error: string): Posted {
  if (PASSING.has(error)) return { kind: 'later', seconds: 5, reason: error }
  return { kind: DOUBTFUL.has(error) ? 'uncertain' : 'failed', reason: error }
}

function ofStatus(status: number): Posted {
  const reason = `HTTP ${status}`
  if (status === 503) return { kind: 'later', seconds: 5, reason }
  return { kind: status >= 500 ? 'uncertain' : 'failed', reason }
}

function ofRequest(original: Error): Posted {
  const code = codeOf(original) ?? codeOf(original.cause)
  if (code !== undefined && wasUnreached(code)) return { kind: 'later', seconds: 5, reason: code }
  return { kind: 'uncertain', reason: code ?? original.message }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
