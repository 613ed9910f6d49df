import { createHmac } from 'node:crypto'

export const SECRET = 'a-signing-secret-of-32-characters'

/** Headers as Slack sends them: docs.slack.dev/authentication/verifying-requests-from-slack. `at` in seconds. */
export function signedHeaders(
  body: string,
  { secret = SECRET, at = Math.floor(Date.now() / 1000) } = {},
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return { 'X-Slack-Request-Timestamp': String(at), 'X-Slack-Signature': `v0=${signature}` }
}
