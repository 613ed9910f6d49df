import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
} from 'botbuilder'
import {
  AuthenticationConstants,
  AuthenticationError,
  type AuthenticateRequestResult,
  type BotFrameworkAuthentication,
} from 'botframework-connector'
import { z } from 'zod'
import type { RegisteredTeams, TeamsSettings } from './settings.ts'
import { passwordTokens, type TokenSource } from './token.ts'

/**
 * How incoming calls are verified and outgoing ones signed. `verify` takes the header `Authorization` and answers who calls;
 * undefined where the token is not valid for this activity. It rejects when that can't be told, as when the keys can't be had.
 */
export type Authentication = Readonly<{
  incoming: BotFrameworkAuthentication
  verify(activity: Activity, authorization: string): Promise<AuthenticateRequestResult | undefined>
  token: TokenSource
}>

/** `now` in milliseconds. */
export function authenticationFor(settings: TeamsSettings, now: () => number): Authentication {
  if (settings.kind === 'local')
    return verifyingWith(new ConfigurationBotFrameworkAuthentication({}), () => Promise.resolve(undefined))
  const factory = factoryFor(settings)
  return verifyingWith(incomingFor(settings, factory), tokensFor(settings, { factory, now }))
}

const verifyingWith = (incoming: BotFrameworkAuthentication, token: TokenSource): Authentication => ({
  incoming,
  token,
  verify: (activity, authorization) =>
    incoming.authenticateRequest(activity, authorization).catch((cause: unknown) => {
      if (isRefusal(cause)) return undefined
      throw cause
    }),
})

/** jsonwebtoken's errors, which botbuilder passes on as they are. */
const NOT_VALID = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'])

/** botbuilder's own 500 means that it could not get the keys, which is nothing that the caller did. */
const isRefusal = (cause: unknown): boolean =>
  cause instanceof AuthenticationError ? cause.statusCode < 500 : cause instanceof Error && NOT_VALID.has(cause.name)

const factoryFor = ({ appId, tenant, credential }: RegisteredTeams): ConfigurationServiceClientCredentialFactory =>
  new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenant,
    ...(credential.kind === 'password'
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: credential.password }
      : { MicrosoftAppType: 'UserAssignedMSI' }),
  })

type Factory = ConfigurationServiceClientCredentialFactory

const incomingFor = ({ appId, tenant, openIdMetadata }: RegisteredTeams, factory: Factory) =>
  new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, ...(openIdMetadata && metadataAt(openIdMetadata)) },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the package ships two declarations of the same class
    factory,
  )

/** With one address of one's own, botbuilder wants all of them. */
const metadataAt = (openIdMetadata: string) => ({
  ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
})

const tokenHolder = z.custom<{ getToken: () => Promise<string> }>(
  (value) => typeof value === 'object' && value !== null && 'getToken' in value,
)

function tokensFor(
  settings: RegisteredTeams,
  { factory, now }: Readonly<{ factory: Factory; now: () => number }>,
): TokenSource {
  const { credential, appId, loginUrl, tenant } = settings
  if (credential.kind === 'password') return passwordTokens(settings, { password: credential.password, now })
  const scope = AuthenticationConstants.ToChannelFromBotOAuthScope
  const holder = factory.createCredentials(appId, scope, `${loginUrl}/${tenant}`, true)
  return async () => tokenHolder.parse(await holder).getToken()
}
