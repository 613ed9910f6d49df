import { z } from 'zod'
import type { RegisteredTeams } from './settings.ts'

/** Answers a bearer token for the connector; undefined where none is needed (tools on this machine). Rejects with what to do. */
export type TokenSource = () => Promise<string | undefined>

/** Milliseconds. */
const PATIENCE = 10_000
/** Seconds: a token is renewed so long before it runs out, so that none runs out on the way. */
const EARLY = 300
const SCOPE = 'https://api.botframework.com/.default'

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.number() })
const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') })

type Password = Readonly<{ password: string; now: () => number }>

/**
 * The client credentials grant of OAuth 2.0 (RFC 6749, 4.4) at the tenant that the bot is registered in, whichever tenant the
 * message goes to. One request at a time; `now` in milliseconds.
 */
export function passwordTokens(settings: RegisteredTeams, { password, now }: Password): TokenSource {
  let held: Readonly<{ token: string; until: number }> | undefined
  let asking: Promise<string> | undefined
  const ask = async (): Promise<string> => {
    const { access_token: token, expires_in } = await grant(settings, password)
    held = { token, until: now() + (expires_in - EARLY) * 1000 }
    return token
  }
  return () => {
    if (held !== undefined && now() < held.until) return Promise.resolve(held.token)
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }
}

async function grant(
  { appId, tenant, loginUrl }: RegisteredTeams,
  password: string,
): Promise<z.infer<typeof grantSchema>> {
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope: SCOPE }
  const response = await fetch(`${loginUrl}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((cause: unknown) => {
    throw new Error(`${loginUrl} can't be reached; check the connection and a proxy`, { cause })
  })
  const body: unknown = await response.json().catch(() => undefined)
  const granted = grantSchema.safeParse(body)
  if (!response.ok || !granted.success) throw new Error(adviceFor(body, response.status))
  return granted.data
}

/** Entra's own number of what is wrong (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
const ADVICE: Readonly<Record<string, string>> = {
  AADSTS7000215: 'TEAMS_APP_PASSWORD is wrong: copy the Value of the client secret, not its ID',
  AADSTS7000222: 'TEAMS_APP_PASSWORD has expired: make a new client secret',
  AADSTS700016: 'TEAMS_APP_ID is not an application of the tenant TEAMS_TENANT_ID',
  AADSTS90002: 'TEAMS_TENANT_ID is no tenant',
}

function adviceFor(body: unknown, status: number): string {
  const refused = refusalSchema.safeParse(body)
  if (!refused.success) return `Entra gave no token (HTTP ${status})`
  const number = /AADSTS\d+/u.exec(refused.data.error_description)?.[0] ?? refused.data.error
  const advice = ADVICE[number] ?? 'check TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_PASSWORD'
  return `Entra gave no token (${number}): ${advice}`
}
