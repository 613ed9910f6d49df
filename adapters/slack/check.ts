import { WebAPIPlatformError, WebClient, type WebAPICallResult, type WebClientOptions } from '@slack/web-api'
import { clientOptions } from './clients.ts'
import { quietLogger } from './log.ts'
import { SCOPES } from './scopes.ts'
import type { SlackSettings } from './settings.ts'

export type Checked = Readonly<{ ok: boolean; says: string }>

/** Asks Slack whether it knows the tokens and what they may do. A signing secret can't be asked about, only used. */
export async function checkSlack(settings: SlackSettings): Promise<readonly Checked[]> {
  const nothing = () => undefined
  const logger = quietLogger({ debug: nothing, warn: nothing, error: nothing })
  const options = { ...clientOptions(settings.apiUrl), logger }
  return Promise.all([workspace(settings, options), receiving(settings, options)])
}

async function workspace({ tokens }: SlackSettings, options: WebClientOptions): Promise<Checked> {
  if (tokens.kind === 'many')
    return { ok: true, says: 'many workspaces; each is asked for its token when it installs the app' }
  try {
    const said = await new WebClient(tokens.botToken, options).auth.test()
    const missing = missingScopes(said)
    if (missing.length === 0) return { ok: true, says: `installed in ${said.team ?? 'the workspace'}` }
    const says = `the bot token lacks ${missing.join(', ')}; take the manifest over again and reinstall the app`
    return { ok: false, says }
  } catch (cause) {
    return { ok: false, says: wrong('bot token', cause, 'copy it again from OAuth & Permissions') }
  }
}

/** Slack names the token's scopes with every answer. */
function missingScopes({ response_metadata }: WebAPICallResult): readonly string[] {
  const granted = response_metadata?.scopes
  return granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope))
}

async function receiving(settings: SlackSettings, options: WebClientOptions): Promise<Checked> {
  if (settings.mode === 'http')
    return {
      ok: true,
      says: 'over HTTP at /slack/events, with a signing secret; Slack checks it when you save the address',
    }
  try {
    await new WebClient(settings.appToken, options).apps.connections.open()
    return { ok: true, says: 'in Socket Mode' }
  } catch (cause) {
    const advice = 'it needs the scope connections:write; make a new one under Basic Information'
    return { ok: false, says: wrong('app token', cause, advice) }
  }
}

/** A token is only to blame when Slack says so. */
const wrong = (token: string, cause: unknown, advice: string): string =>
  cause instanceof WebAPIPlatformError
    ? `the ${token} does not work (${cause.data.error}); ${advice}`
    : `Slack can't be reached (${cause instanceof Error ? cause.message : String(cause)}); check the connection, a proxy, SLACK_API_URL`
