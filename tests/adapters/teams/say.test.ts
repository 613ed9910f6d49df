import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConnector } from '../../../adapters/teams/connector.ts'
import { createMessenger } from '../../../adapters/teams/say.ts'
import type { Messenger, Place } from '../../../bot/delivery/messenger.ts'
import { saying } from '../../contracts/turns.ts'
import { startConnector, type Connector } from './connector.ts'

let teams: Connector
let messenger: Messenger
let place: Place
beforeAll(async () => {
  teams = await startConnector()
  const connector = createConnector({ token: () => Promise.resolve(undefined) })
  messenger = createMessenger({ connector, pageAt: (path) => `https://example.test${path}`, random: () => 0 })
  const { serviceUrl } = teams
  const address = { serviceUrl, tenant: 't1', conversation: 'a:1', kind: 'personal', user: '29:u1', bot: '28:bot' }
  place = { address, letter: 'letter-1' }
})
afterAll(() => teams.stop())

it('posts a stub to the person and fills that message', async () => {
  const posted = await messenger.say(place, saying('いま用意しています。'))
  if (posted.kind !== 'sent') throw new Error(`it was not sent: ${posted.reason}`)
  expect(await messenger.fill(place, posted.message, saying('できている項目：5件'))).toEqual(posted)
  expect(teams.messages().map(({ method, conversation }) => ({ method, conversation }))).toEqual([
    { method: 'POST', conversation: 'a:1' },
    { method: 'PUT', conversation: 'a:1' },
  ])
  expect(JSON.stringify(teams.messages()[1]?.activity)).toContain('できている項目：5件')
})

it('waits as long as Teams asks, for a stub and for filling it', async () => {
  teams.fail({ kind: 'status', status: 429, retryAfter: 30 })
  expect(await messenger.say(place, saying('あとで'))).toMatchObject({ kind: 'later', seconds: 30 })
  teams.fail({ kind: 'status', status: 429, retryAfter: 40 })
  expect(await messenger.fill(place, 'm1', saying('あとで'))).toMatchObject({ kind: 'later', seconds: 40 })
})

it('doubts a stub whose answer was lost, and fills again where that of filling was', async () => {
  teams.fail({ kind: 'dropped' })
  expect(await messenger.say(place, saying('届いたか'))).toMatchObject({ kind: 'uncertain' })
  teams.fail({ kind: 'dropped' })
  expect(await messenger.fill(place, 'm1', saying('届いたか'))).toMatchObject({ kind: 'later' })
})

it('gives up where the bot was taken out', async () => {
  teams.fail({ kind: 'status', status: 403 })
  expect(await messenger.say(place, saying('だれ'))).toMatchObject({ kind: 'failed' })
})
