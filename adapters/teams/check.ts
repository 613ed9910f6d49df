import type { TeamsSettings } from './settings.ts'
import type { TokenSource } from './token.ts'

export type Checked = Readonly<{ ok: boolean; says: string }>

/** Whether Entra gives the bot a token; whether Teams reaches it, only Teams can say. */
export async function checkTeams(settings: TeamsSettings, token: TokenSource): Promise<Checked> {
  if (settings.kind === 'local')
    return { ok: true, says: 'for tools on this machine only (Agents Playground); TEAMS_APP_ID opens it to Teams' }
  const { appId, tenant, credential } = settings
  const called = credential.kind === 'password' ? 'with a client secret' : 'with a managed identity'
  try {
    await token()
    return { ok: true, says: `bot ${appId} of tenant ${tenant}, ${called}; Entra gives it tokens` }
  } catch (cause) {
    const advice = credential.kind === 'password' ? '' : '; is the identity assigned to this machine?'
    return { ok: false, says: `${cause instanceof Error ? cause.message : String(cause)}${advice}` }
  }
}
