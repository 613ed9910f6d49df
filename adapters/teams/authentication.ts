import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import { z } from 'zod'
import type { TokenSource } from './connector.ts'
import type { TeamsSettings } from './settings.ts'

/** How incoming calls are verified and outgoing ones signed. Tokens come from the bot's own tenant. */
export type Authentication = Readonly<{ incoming: ConfigurationBotFrameworkAuthentication; token: TokenSource }>

const AUDIENCE = 'https://api.botframework.com'
const tokenHolder = z.custom<{ getToken: () => Promise<string> }>(
  (value) => typeof value === 'object' && value !== null && 'getToken' in value,
)

export function authenticationFor(settings: TeamsSettings): Authentication {
  if (settings.kind === 'local')
    return { incoming: new ConfigurationBotFrameworkAuthentication({}), token: () => Promise.resolve(undefined) }
  const { appId, password, tenant, openIdMetadata } = settings
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenant,
    MicrosoftAppType: password === undefined ? 'UserAssignedMSI' : 'SingleTenant',
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
  })
  const metadata = openIdMetadata === undefined ? {} : { ToBotFromChannelOpenIdMetadataUrl: openIdMetadata }
  const incoming = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, ...metadata },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the package ships two declarations of the same class
    factory,
  )
  const login = `https://login.microsoftonline.com/${tenant}`
  const credentials = factory.createCredentials(appId, AUDIENCE, login, true)
  return { incoming, token: async () => tokenHolder.parse(await credentials).getToken() }
}
