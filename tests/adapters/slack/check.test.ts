import { beforeEach, expect, it } from 'vitest'
import { checkSlack } from '../../../adapters/slack/check.ts'
import { ONE } from './shop.ts'
import { startSlack, type SlackStandIn } from './stand-in.ts'

let slack: SlackStandIn
beforeEach(async () => {
  slack = await startSlack()
  return () => slack.stop()
})
const check = () => checkSlack({ tokens: ONE, apiUrl: slack.apiUrl, mode: 'socket', appToken: 'xapp-1' })

it('names the scopes that a token lacks', async () => {
  const [workspace, receiving] = await check()
  expect(workspace).toMatchObject({ ok: false })
  expect(workspace?.says).toContain('commands, im:history, im:write, users:read')
  expect(receiving).toEqual({ ok: true, says: 'in Socket Mode' })
})

it('says which token does not work and where to get another', async () => {
  slack.fail('auth.test', { kind: 'error', error: 'invalid_auth' })
  slack.fail('apps.connections.open', { kind: 'error', error: 'not_allowed_token_type' })
  const [workspace, receiving] = await check()
  expect(workspace?.says).toMatch(/bot token.*invalid_auth.*OAuth & Permissions/u)
  expect(receiving?.says).toMatch(/app token.*not_allowed_token_type.*Basic Information/u)
})
