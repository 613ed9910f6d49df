import { WebAPIHTTPError, WebAPIRequestError } from '@slack/web-api'
import type { SlackAddress } from './address.ts'
import type { SlackMessage } from './render.ts'

/** Milliseconds. */
const PATIENCE = 10_000

type Responding = Readonly<{ address: SlackAddress; message: SlackMessage; replaces: boolean }>

/**
 * Through a `response_url`: the only way to change an ephemeral message, and a command's way back (30 minutes, five times).
 * Rejects as the Web API does.
 */
export async function respond({ address, message, replaces }: Responding): Promise<string> {
  const body = { ...message, response_type: 'ephemeral', replace_original: replaces, unfurl_links: false }
  const response = await fetch(address.response ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((cause: unknown) => {
    throw new WebAPIRequestError(cause instanceof Error ? cause : new Error(String(cause)))
  })
  if (!response.ok) throw new WebAPIHTTPError(response.status, response.statusText, {}, await response.text())
  return 'response'
}
