import { z } from 'zod'

/** The settings of Teams, off by default; config.ts merges the shape into its own. */
export const teamsShape = {
  /** `on` serves `/api/messages`. Without an app id, only tools on this machine may call (Agents Playground). */
  TEAMS: z.enum(['on', 'off']).default('off'),
  TEAMS_APP_ID: z.uuid().optional(),
  TEAMS_APP_PASSWORD: z.string().min(8).optional(),
  /** `on`: the machine itself proves who it is, in Azure, and there is no password. */
  TEAMS_MANAGED_IDENTITY: z.enum(['on', 'off']).default('off'),
  /** The tenant the bot is registered in: bots are single-tenant since 31 July 2025. */
  TEAMS_TENANT_ID: z.uuid().optional(),
  /** Where the keys of incoming tokens are found, and where outgoing ones are got; for tests. */
  TEAMS_OPENID_METADATA: z.url().optional(),
  TEAMS_LOGIN_URL: z.url().default('https://login.microsoftonline.com'),
}

export const HIDDEN_TEAMS_SETTINGS = ['TEAMS_APP_PASSWORD'] as const

type Credential = Readonly<{ kind: 'password'; password: string } | { kind: 'managed_identity' }>

/** `local` has no credentials: only tools on this machine may call. */
export type TeamsSettings =
  | Readonly<{ kind: 'local' }>
  | Readonly<{
      kind: 'registered'
      appId: string
      credential: Credential
      tenant: string
      openIdMetadata: string | undefined
      loginUrl: string
    }>

export type RegisteredTeams = Extract<TeamsSettings, { kind: 'registered' }>

type Missing = Readonly<{ setting: string; message: string }>

export function missingTeamsSettings(set: Readonly<Record<string, string | undefined>>): readonly Missing[] {
  if (set['TEAMS_APP_ID'] !== undefined) return [...missingTenant(set), ...missingCredential(set)]
  if (set['TEAMS'] === 'on' && set['PUBLIC_URL'] !== undefined)
    return [
      {
        setting: 'TEAMS_APP_ID',
        message: 'is needed with TEAMS=on and PUBLIC_URL: without it, anybody could speak as anybody',
      },
    ]
  return []
}

const missingTenant = (set: Readonly<Record<string, string | undefined>>): readonly Missing[] =>
  set['TEAMS_TENANT_ID'] === undefined
    ? [{ setting: 'TEAMS_TENANT_ID', message: 'is needed with TEAMS_APP_ID: the tenant the bot is registered in' }]
    : []

function missingCredential(set: Readonly<Record<string, string | undefined>>): readonly Missing[] {
  const hasPassword = set['TEAMS_APP_PASSWORD'] !== undefined
  const hasIdentity = set['TEAMS_MANAGED_IDENTITY'] === 'on'
  if (hasPassword && hasIdentity)
    return [{ setting: 'TEAMS_MANAGED_IDENTITY', message: 'needs no TEAMS_APP_PASSWORD; set one of the two' }]
  if (hasPassword || hasIdentity) return []
  const message = 'is needed with TEAMS_APP_ID; in Azure, TEAMS_MANAGED_IDENTITY=on does without'
  return [{ setting: 'TEAMS_APP_PASSWORD', message }]
}

/** Of settings that lack nothing; undefined is off. */
export function teamsSettingsOf(set: z.infer<z.ZodObject<typeof teamsShape>>): TeamsSettings | undefined {
  const { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenant, TEAMS_APP_PASSWORD: password } = set
  if (appId === undefined || tenant === undefined) return set.TEAMS === 'on' ? { kind: 'local' } : undefined
  return {
    kind: 'registered',
    appId,
    tenant,
    credential: password === undefined ? { kind: 'managed_identity' } : { kind: 'password', password },
    openIdMetadata: set.TEAMS_OPENID_METADATA,
    loginUrl: set.TEAMS_LOGIN_URL,
  }
}
