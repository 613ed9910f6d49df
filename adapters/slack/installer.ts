import type { RequestListener } from 'node:http'
import { InstallProvider, type Installation, type InstallationStore } from '@slack/oauth'
import { z } from 'zod'
import type { Installations } from '../../bot/delivery/address-book.ts'
import { clientOptions } from './clients.ts'
import { quietLogger } from './log.ts'
import { SCOPES } from './scopes.ts'
import type { Tokens } from './settings.ts'
import type { Workspaces, WorkspacesNeeds } from './workspaces.ts'

export const INSTALL = '/slack/install'
export const REDIRECT = '/slack/oauth_redirect'

type Many = Extract<Tokens, { kind: 'many' }>

/** Installs by OAuth with Bolt's own provider, which checks the state against the browser's cookie and renews tokens that expire. */
export function createInstaller(many: Many, needs: WorkspacesNeeds): Workspaces {
  const installations = needs.installations(many.encryptionKey)
  const provider = new InstallProvider({
    clientId: many.clientId,
    clientSecret: many.clientSecret,
    stateSecret: many.stateSecret,
    installationStore: storeOn(installations),
    clientOptions: clientOptions(needs.settings.apiUrl),
    logger: quietLogger(needs.log),
  })
  const renewing = new Map<string, Promise<string | undefined>>()
  return {
    tokenOf: (team) => once(renewing, team, () => tokenOf(team, { provider, installations })),
    remove: (team) => installations.remove(workspaceOf(team)),
    routes: routesTo(provider, needs.pageAt(REDIRECT)),
  }
}

const workspaceOf = (team: string): string => `slack:${team}`

/** Calls at the same moment share one look: a refresh token works only once. */
function once<T>(underway: Map<string, Promise<T>>, key: string, look: () => Promise<T>): Promise<T> {
  const before = underway.get(key)
  if (before !== undefined) return before
  const looking = look().finally(() => underway.delete(key))
  underway.set(key, looking)
  return looking
}

type Opened = Readonly<{ provider: InstallProvider; installations: Installations }>

async function tokenOf(team: string, { provider, installations }: Opened): Promise<string | undefined> {
  if ((await installations.read(workspaceOf(team))) === undefined) return undefined
  const source = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }
  return (await provider.authorize(source)).botToken
}

const installationSchema = z.custom<Installation>(
  (kept) =>
    z.object({ team: z.object({ id: z.string() }), bot: z.object({ token: z.string() }) }).safeParse(kept).success,
  'not an installation of one workspace',
)

/** A whole organisation at once is not offered: each workspace is a firm of its own. */
function storeOn(installations: Installations): InstallationStore {
  return {
    async storeInstallation(installation) {
      if (installation.team === undefined) throw new Error('The app is installed in one workspace at a time')
      await installations.keep(workspaceOf(installation.team.id), { ...installation })
    },
    async fetchInstallation({ teamId = '' }) {
      return installationSchema.parse(await installations.read(workspaceOf(teamId)))
    },
    async deleteInstallation({ teamId = '' }) {
      await installations.remove(workspaceOf(teamId))
    },
  }
}

/** What goes wrong is answered by the provider in its own words; it keeps no secret in them. */
function routesTo(provider: InstallProvider, redirectUri: string): ReadonlyMap<string, RequestListener> {
  return new Map<string, RequestListener>([
    [
      INSTALL,
      (request, response) =>
        void provider.handleInstallPath(request, response, {}, { scopes: [...SCOPES], redirectUri }),
    ],
    [REDIRECT, (request, response) => void provider.handleCallback(request, response)],
  ])
}
