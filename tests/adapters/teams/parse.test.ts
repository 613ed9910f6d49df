import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../adapters/teams/parse.ts'
import { activity } from './fixture.ts'

const TENANT = '4f1b6c52-7d0e-4f4b-9a53-2f6d0f6f1a01'
const HANA = {
  workspace: `teams:${TENANT}`,
  person: `teams:${TENANT}:6e1f0c1e-0001-4b0a-9d51-000000000001`,
  name: '山田 花',
  standing: 'member',
}
const PRIVATE = { ...HANA, place: 'private' }
const PUBLIC = { ...HANA, place: 'public' }

const MEANINGS: Readonly<Record<string, object>> = {
  'message-personal': { kind: 'event', event: { text: '辞めた人のメールはどうする？', speaker: PRIVATE } },
  'message-group': { kind: 'event', event: { text: 'バックアップは 週1回で足りる？ <急ぎ>', speaker: PUBLIC } },
  'message-channel': {
    kind: 'event',
    event: { text: '佐藤 健さんの退職後のメールは？', speaker: PUBLIC },
    address: { kind: 'channel', conversation: '19:0f2c7e5b1d9a4c3e8b6f@thread.tacv2;messageid=1763990000001' },
  },
  'message-picture': { kind: 'event', event: { text: '' } },
  'message-anonymous': { kind: 'event', event: { speaker: { standing: 'guest' } } },
  'message-to-others': { kind: 'ignored' },
  'message-own': { kind: 'ignored' },
  'message-other-bot': { kind: 'ignored' },
  'message-web-chat': { kind: 'ignored' },
  'message-edited': { kind: 'ignored' },
  'message-deleted': { kind: 'ignored' },
  'card-execute': {
    kind: 'event',
    invoke: { lang: 'ja' },
    event: { kind: 'press', action: { kind: 'view', view: 'home' } },
    address: { card: '1763990000005', shows: 'item:CK-04' },
  },
  'card-submit': { kind: 'event', invoke: undefined, event: { action: { kind: 'view', view: 'home' } } },
  'card-of-an-older-version': { kind: 'stale', lang: 'ja' },
  'feedback-like': { kind: 'feedback', message: '1763990000006', helped: true, reason: '' },
  'feedback-dislike': { kind: 'feedback', helped: false, reason: 'ことばが難しい', speaker: PUBLIC },
  'fetch-task': { kind: 'ignored' },
  'installed-personal': { kind: 'installed', speaker: PRIVATE, welcome: { text: 'こんにちは', lang: 'ja' } },
  'installed-team': { kind: 'installed', speaker: PUBLIC, address: { kind: 'channel' } },
  'upgraded-personal': { kind: 'installed', welcome: undefined },
  'removed-personal': { kind: 'removed', speaker: PRIVATE },
  'removed-team': { kind: 'removed', speaker: PUBLIC },
  'members-added': { kind: 'ignored' },
  'channel-renamed': { kind: 'ignored' },
  'team-deleted': { kind: 'ignored' },
  reaction: { kind: 'ignored' },
  'tea-break': { kind: 'ignored' },
}

describe('what an activity means', () => {
  it.each(Object.entries(MEANINGS))('%s', async (name, meaning) => {
    expect(parse(await activity(name))).toMatchObject(meaning)
  })

  it('is said of every activity on record', async () => {
    const files = await readdir(join(import.meta.dirname, '../../fixtures/teams'))
    expect(files.map((file) => file.replace(/\.json$/u, '')).toSorted()).toEqual(Object.keys(MEANINGS).toSorted())
  })

  it('is said by nobody’s member when Teams names no tenant, unless by a tool on this machine', async () => {
    const standing = async (serviceUrl: string) => {
      const conversation = { id: 'a:1', conversationType: 'personal' }
      const parsed = parse(await activity('message-personal', { serviceUrl, conversation, channelData: {} }))
      return parsed.kind === 'event' ? parsed.event.speaker?.standing : parsed.kind
    }
    expect(await standing('https://smba.trafficmanager.net/jp/')).toBe('guest')
    expect(await standing('http://localhost:56150/_connector')).toBe('member')
  })

  it('is the same event when one button is pressed twice, and another when it is pressed by somebody else', async () => {
    const from = { id: '29:2', aadObjectId: 'aad-2' }
    const ids = [
      await activity('card-execute'),
      await activity('card-execute', { id: 'f:again' }),
      await activity('card-execute', { from }),
    ].map((one) => parse(one))
    const [first, again, other] = ids.map((one) => (one.kind === 'event' ? one.event.id : ''))
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })
})

it('takes anything for an activity and throws at nothing', () => {
  const kinds = fc.constantFrom('message', 'invoke', 'installationUpdate', 'conversationUpdate')
  const account = fc.record({ id: fc.string({ minLength: 1 }), aadObjectId: fc.string() }, { requiredKeys: ['id'] })
  const shape = fc.record({
    type: kinds,
    id: fc.string({ minLength: 1 }),
    channelId: fc.constant('msteams'),
    serviceUrl: fc.webUrl(),
    from: account,
    recipient: account,
    conversation: fc.record({ id: fc.string({ minLength: 1 }) }),
    text: fc.string({ unit: 'binary' }),
    name: fc.constantFrom('adaptiveCard/action', 'message/submitAction'),
    value: fc.jsonValue(),
  })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), shape), (body) => {
      expect(parse(body).kind).toBeTypeOf('string')
    }),
  )
})
