import { WebClient, type WebClientOptions } from '@slack/web-api'

/** Waiting and trying again is the mailroom's work, which survives a restart; so the client itself gives up at once. */
export const clientOptions = (apiUrl: string | undefined): WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
  allowAbsoluteUrls: false,
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
})

export type Clients = (team: string) => Promise<WebClient | undefined>

/** One client per token; `tokenOf` answers undefined where the app is not installed. */
export function createClients(
  tokenOf: (team: string) => Promise<string | undefined>,
  options: WebClientOptions,
): Clients {
  const byToken = new Map<string, WebClient>()
  return async (team) => {
    const token = await tokenOf(team)
    if (token === undefined) return undefined
    const known = byToken.get(token) ?? new WebClient(token, options)
    byToken.set(token, known)
    return known
  }
}
