/** Why a provider gave nothing to use. */
export type FailureKind =
  | 'timeout'
  | 'cancelled'
  | 'key_refused'
  | 'rate_limited'
  | 'overloaded'
  | 'request_refused'
  | 'unreachable'
  | 'unreadable'
  | 'budget_spent'

export type Failure = Readonly<{ kind: FailureKind; retryAfterMs: number | undefined }>

/**
 * What went wrong, without the error itself: a provider's error may quote the key, the request's headers or what somebody
 * asked, so neither its message nor the error goes any further.
 */
export function failureOf(error: unknown): Failure {
  const status = statusOf(error)
  return { kind: status === undefined ? kindWithoutStatus(error) : kindByStatus(status), retryAfterMs: waitOf(error) }
}

/** For the person who runs the bot. */
export const WORDS: Readonly<Record<FailureKind, string>> = {
  timeout: 'it did not answer in time',
  cancelled: 'nobody was waiting for it any more',
  key_refused: 'it refused the key; check the API key setting',
  rate_limited: 'it has had too many requests; wait, or raise the limit at the provider',
  overloaded: 'it has a problem of its own; try again later',
  request_refused: 'it refused the request; check the model name, the base URL and the token limit',
  unreachable: 'it could not be reached, or the connection broke; check the base URL and the network',
  unreadable: 'it answered something else than it was asked for',
  budget_spent: 'the tokens of the day are spent; raise MODEL_TOKENS_PER_DAY or wait until tomorrow (UTC)',
}

const PASSES: ReadonlySet<FailureKind> = new Set(['rate_limited', 'overloaded', 'unreachable', 'unreadable'])

/** Whether asking once more can help. */
export const mayPass = ({ kind }: Failure): boolean => PASSES.has(kind)

function kindByStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'key_refused'
  if (status === 429) return 'rate_limited'
  if (status === 408 || status === 409 || status >= 500) return 'overloaded'
  return 'request_refused'
}

function kindWithoutStatus(error: unknown): FailureKind {
  const causes = causesOf(error)
  if (causes.some(({ name }) => name === 'TimeoutError')) return 'timeout'
  if (causes.some(({ name }) => name === 'AbortError')) return 'cancelled'
  const codes = causes.map((cause) => field(cause, 'code')).filter((code) => typeof code === 'string')
  return codes.some((code) => /^(?:E[A-Z]|UND_ERR)/u.test(code) && !code.startsWith('ERR_'))
    ? 'unreachable'
    : 'unreadable'
}

function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error && causes.length < 10; cause = cause.cause) causes.push(cause)
  return causes
}

function statusOf(error: unknown): number | undefined {
  const status = field(error, 'status') ?? field(error, 'status_code')
  return typeof status === 'number' ? status : undefined
}

/** `Retry-After` is seconds or a date; some providers also send milliseconds. */
function waitOf(error: unknown): number | undefined {
  const headers = field(error, 'headers')
  if (!(headers instanceof Headers)) return undefined
  const milliseconds = Number.parseFloat(headers.get('retry-after-ms') ?? '')
  if (milliseconds >= 0) return milliseconds
  const after = headers.get('retry-after') ?? ''
  if (/^\d+(?:\.\d+)?$/u.test(after)) return Number(after) * 1000
  const date = Date.parse(after)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
