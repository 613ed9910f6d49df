import { z } from 'zod'

/** The settings of Teams, off by default; config.ts merges the shape into its own. */
export const teamsShape = {
  /** `on` serves `/api/messages`. Without an app id, only tools on this machine may call (Agents Playground). */
  TEAMS: z.enum(['on', 'off']).default('off'),
  TEAMS_APP_ID: z.uuid().optional(),
  TEAMS_APP_PASSWORD: z.string().min(8).optional(),
  /** The tenant the bot is registered in: bots are single-tenant since 31 July 2025. */
  TEAMS_TENANT_ID: z.uuid().optional(),
  /** Where the keys of incoming tokens are found, and who issues them; for tests and other clouds. */
  TEAMS_OPENID_METADATA: z.url().optional(),
}

export const HIDDEN_TEAMS_SETTINGS = ['TEAMS_APP_PASSWORD'] as const

export type TeamsSettings =
  | Readonly<{ kind: 'local' }>
  | Readonly<{
      kind: 'registered'
      appId: string
      password: string | undefined
      tenant: string
      openIdMetadata: string | undefined
    }>

export function missingTeamsSettings(
  set: Readonly<Record<string, string | undefined>>,
): readonly Readonly<{ setting: string; message: string }>[] {
  if (set['TEAMS_APP_ID'] !== undefined && set['TEAMS_TENANT_ID'] === undefined)
    return [{ setting: 'TEAMS_TENANT_ID', message: 'is needed with TEAMS_APP_ID: the tenant the bot is registered in' }]
  if (set['TEAMS'] === 'on' && set['TEAMS_APP_ID'] === undefined && set['PUBLIC_URL'] !== undefined)
    return [
      {
        setting: 'TEAMS_APP_ID',
        message: 'is needed with TEAMS=on and PUBLIC_URL: without it, anybody could speak as anybody',
      },
    ]
  return []
}

/** Of settings that lack nothing; undefined is off. */
export function teamsSettingsOf(set: z.infer<z.ZodObject<typeof teamsShape>>): TeamsSettings | undefined {
  const { TEAMS_APP_ID: appId, TEAMS_TENANT_ID: tenant } = set
  if (appId !== undefined && tenant !== undefined)
    return {
      kind: 'registered',
      appId,
      tenant,
      password: set.TEAMS_APP_PASSWORD,
      openIdMetadata: set.TEAMS_OPENID_METADATA,
    }
  return set.TEAMS === 'on' ? { kind: 'local' } : undefined
}
