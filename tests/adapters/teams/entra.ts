import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { bodyOf, serving } from './serving.ts'

export const APP_ID = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
export const PASSWORD = 'a-client-secret-of-32-characters'
export const BOT_TENANT = '4f1b6c52-7d0e-4f4b-9a53-2f6d0f6f1a01'
const KEY_ID = 'key-1'

type Claims = Readonly<Record<string, unknown>>

/** What the Bot Framework and Entra do for a bot: sign what Teams sends, publish the keys, and give the bot tokens. */
export type Entra = Readonly<{
  openIdMetadata: string
  loginUrl: string
  /** A token as Teams sends it with an activity; `claims` take the place of its own. */
  token: (serviceUrl: string, claims?: Claims, key?: KeyObject) => string
  /** Forms that tokens were asked for with. */
  asked: readonly Readonly<Record<string, string>>[]
  /** What Entra says to the next ask instead of giving a token. */
  refuse: (description: string) => void
  stop: () => Promise<void>
}>

export const strangersKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

export async function startEntra(): Promise<Entra> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', endorsements: ['msteams'] }]
  const asked: Record<string, string>[] = []
  const refusals: string[] = []
  const server = await serving((request, response) => {
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.url === '/openid') json(200, { jwks_uri: `http://${request.headers.host ?? ''}/keys` })
    else if (request.url === '/keys') json(200, { keys })
    else if (request.method === 'GET') json(404, {})
    else
      void bodyOf(request).then((form) => {
        asked.push({ url: request.url ?? '', ...Object.fromEntries(new URLSearchParams(form)) })
        const error_description = refusals.shift()
        if (error_description !== undefined) json(401, { error: 'invalid_client', error_description })
        else json(200, { token_type: 'Bearer', expires_in: 3599, access_token: `outgoing-${asked.length}` })
      })
  })
  return {
    openIdMetadata: `${server.origin}/openid`,
    loginUrl: server.origin,
    token: (serviceUrl, claims = {}, key = privateKey) => signed({ ...claimsFor(serviceUrl), ...claims }, key),
    asked,
    refuse: (description) => void refusals.push(description),
    stop: () => server.stop(),
  }
}

/** learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, step 4. */
function claimsFor(serviceurl: string): Claims {
  const now = Math.floor(Date.now() / 1000)
  return { iss: 'https://api.botframework.com', aud: APP_ID, serviceurl, nbf: now - 10, exp: now + 3600 }
}

function signed(claims: Claims, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}
