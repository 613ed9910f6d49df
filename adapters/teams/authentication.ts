import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder'
import { AuthenticationConstants, AuthenticationError, type BotFrameworkAuthentication } from 'botframework-connector'
import { z } from 'zod'
import type { RegisteredTeams, TeamsSettings } from './settings.ts'
import { passwordTokens, type TokenSource } from './token.ts'

/** How incoming calls are verified and outgoing ones signed. */
export type Authentication = Readonly<{ incoming: BotFrameworkAuthentication; token: TokenSource }>

/** `now` in milliseconds. */
export function authenticationFor(settings: TeamsSettings, now: () => number): Authentication {
  if (settings.kind === 'local')
    return { incoming: new ConfigurationBotFrameworkAuthentication({}), token: () => Promise.resolve(undefined) }
  const factory = factoryFor(settings)
  return { incoming: incomingFor(settings, factory), token: tokensFor(settings, { factory, now }) }
}

const factoryFor = ({ appId, tenant, credential }: RegisteredTeams): ConfigurationServiceClientCredentialFactory =>
  new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenant,
    ...(credential.kind === 'password'
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: credential.password }
      : { MicrosoftAppType: 'UserAssignedMSI' }),
  })

type Factory = ConfigurationServiceClientCredentialFactory

/** A token that doesn't verify is the caller's fault, and keys that can't be fetched are not: botbuilder answers 500 and 401, the other way round. */
function incomingFor(
  { appId, tenant, openIdMetadata }: RegisteredTeams,
  factory: Factory,
): ConfigurationBotFrameworkAuthentication {
  const incoming = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, ...(openIdMetadata && metadataAt(openIdMetadata)) },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the package ships two declarations of the same class
    factory,
  )
  const verify = incoming.authenticateRequest.bind(incoming)
  incoming.authenticateRequest = (activity, header) =>
    verify(activity, header).catch((cause: unknown) => {
      throw judged(cause)
    })
  return incoming
}

/** With one address of one's own, botbuilder wants all of them. */
const metadataAt = (openIdMetadata: string) => ({
  ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
})

const UNAUTHORISED = 401
/** jsonwebtoken's errors, which botbuilder passes on as they are. */
const NOT_VALID = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'])

function judged(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause
  if (NOT_VALID.has(cause.name)) return new AuthenticationError(cause.message, UNAUTHORISED)
  const isOurs = cause instanceof AuthenticationError && cause.statusCode >= 500
  return isOurs ? new Error('the keys of incoming tokens could not be fetched', { cause }) : cause
}

const tokenHolder = z.custom<{ getToken: () => Promise<string> }>(
  (value) => typeof value === 'object' && value !== null && 'getToken' in value,
)

function tokensFor(
  settings: RegisteredTeams,
  { factory, now }: Readonly<{ factory: Factory; now: () => number }>,
): TokenSource {
  const { credential, appId, loginUrl, tenant } = settings
  if (credential.kind === 'password') return passwordTokens(settings, { password: credential.password, now })
  const holder = factory.createCredentials(
    appId,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    `${loginUrl}/${tenant}`,
    true,
  )
  return async () => tokenHolder.parse(await holder).getToken()
}
