import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOptions, createClients } from '../../../adapters/slack/clients.ts'
import { createMessenger } from '../../../adapters/slack/say.ts'
import type { Messenger } from '../../../bot/delivery/messenger.ts'
import { saying } from '../../contracts/turns.ts'
import { startSlack, type SlackStandIn } from './stand-in.ts'

let slack: SlackStandIn
let messenger: Messenger
beforeAll(async () => {
  slack = await startSlack()
  const tokenOf = (team: string) => Promise.resolve(team === 'T1' ? 'xoxb-1' : undefined)
  const clientFor = createClients(tokenOf, clientOptions(slack.apiUrl))
  messenger = createMessenger({ clientFor, pageAt: (path) => `https://example.test${path}` })
})
afterAll(() => slack.stop())

const place = { address: { team: 'T1', user: 'U1', place: 'direct' }, letter: 'letter-1' }

it('posts a stub to the person and fills that message', async () => {
  const posted = await messenger.say(place, saying('いま用意しています。'))
  if (posted.kind !== 'sent') throw new Error(`it was not sent: ${posted.reason}`)
  expect(await messenger.fill(place, posted.message, saying('できている項目：5件'))).toEqual(posted)
  const [stub] = slack.done('chat.postMessage')
  const [filled] = slack.done('chat.update')
  expect(stub?.args).toMatchObject({ channel: 'U1', text: 'いま用意しています。' })
  expect(filled?.args).toMatchObject({ channel: 'U1', ts: stub?.ts, text: 'できている項目：5件' })
})

it('waits as long as Slack asks, for a stub and for filling it', async () => {
  slack.fail('chat.postMessage', { kind: 'ratelimited', seconds: 30 })
  slack.fail('chat.update', { kind: 'ratelimited', seconds: 40 })
  expect(await messenger.say(place, saying('あとで'))).toMatchObject({ kind: 'later', seconds: 30 })
  expect(await messenger.fill(place, 'D1:1.1', saying('あとで'))).toMatchObject({ kind: 'later', seconds: 40 })
})

it('doubts a stub whose answer was lost, and fills again where that of filling was', async () => {
  slack.fail('chat.postMessage', { kind: 'dropped' })
  slack.fail('chat.update', { kind: 'dropped' })
  expect(await messenger.say(place, saying('届いたか'))).toMatchObject({ kind: 'uncertain' })
  expect(await messenger.fill(place, 'D1:1.1', saying('届いたか'))).toMatchObject({ kind: 'later' })
})

it('gives up on a person whom Slack does not know, and on a workspace without the app', async () => {
  slack.fail('chat.postMessage', { kind: 'error', error: 'channel_not_found' })
  expect(await messenger.say(place, saying('だれ'))).toEqual({ kind: 'failed', reason: 'channel_not_found' })
  const elsewhere = { ...place, address: { ...place.address, team: 'T9' } }
  expect(await messenger.say(elsewhere, saying('どこ'))).toMatchObject({ kind: 'failed' })
})
