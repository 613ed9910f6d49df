import { beforeEach, expect, it } from 'vitest'
import { checkTeams } from '../../../adapters/teams/check.ts'
import { passwordTokens } from '../../../adapters/teams/token.ts'
import { APP_ID, BOT_TENANT, PASSWORD, startEntra, type Entra } from './entra.ts'

let entra: Entra
beforeEach(async () => {
  entra = await startEntra()
  return () => entra.stop()
})

const registered = (loginUrl = entra.loginUrl) =>
  ({
    kind: 'registered',
    appId: APP_ID,
    tenant: BOT_TENANT,
    credential: { kind: 'password', password: PASSWORD },
    openIdMetadata: entra.openIdMetadata,
    loginUrl,
  }) as const
const check = (settings = registered()) =>
  checkTeams(settings, passwordTokens(settings, { password: PASSWORD, now: Date.now }))

it('asks the bot’s own tenant for a token, once for as long as it lasts', async () => {
  const clock = { now: 0 }
  const token = passwordTokens(registered(), { password: PASSWORD, now: () => clock.now })
  expect(await Promise.all([token(), token()])).toEqual(['outgoing-1', 'outgoing-1'])
  clock.now = 50 * 60_000
  expect(await token()).toBe('outgoing-1')
  clock.now = 59 * 60_000
  expect(await token()).toBe('outgoing-2')
  expect(entra.asked[0]).toEqual({
    url: `/${BOT_TENANT}/oauth2/v2.0/token`,
    grant_type: 'client_credentials',
    client_id: APP_ID,
    client_secret: PASSWORD,
    scope: 'https://api.botframework.com/.default',
  })
})

it.each([
  ['AADSTS7000215: Invalid client secret provided.', /TEAMS_APP_PASSWORD is wrong.*not its ID/u],
  ['AADSTS7000222: The provided client secret keys are expired.', /TEAMS_APP_PASSWORD has expired/u],
  ['AADSTS700016: Application was not found in the directory.', /TEAMS_APP_ID is not an application of the tenant/u],
  ['AADSTS90002: Tenant not found.', /TEAMS_TENANT_ID is no tenant/u],
])('says what to do about %s', async (description, advice) => {
  entra.refuse(description)
  const { ok, says } = await check()
  expect(ok).toBe(false)
  expect(says).toMatch(advice)
  expect(says).not.toContain(PASSWORD)
})

it('says that Entra cannot be reached, and that nothing was asked without credentials', async () => {
  expect(await check(registered('http://127.0.0.1:1'))).toMatchObject({ ok: false })
  expect(await checkTeams({ kind: 'local' }, () => Promise.reject(new Error('asked')))).toMatchObject({ ok: true })
  expect(await check()).toMatchObject({ ok: true })
})
