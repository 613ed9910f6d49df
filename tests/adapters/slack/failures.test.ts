import { beforeEach, describe, expect, it } from 'vitest'
import type { ChatEvent } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import { readConfig } from '../../../config.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { buttonsOn, KEY, MANY, openShop, type Shop } from './shop.ts'
import { SECRET, signedHeaders } from './signed.ts'

const { store } = await openReadyStore()

let shop: Shop
let heard: ChatEvent[]
let trouble: Error[]
let teams = 0
beforeEach(async () => {
  heard = []
  trouble = []
  teams += 1
  shop = await openShop({ store, bot: answer, mode: 'http', team: `T${teams}` })
  return () => shop.close()
})

const answer = (event: ChatEvent): Promise<Reply> => {
  heard.push(event)
  const odd = trouble.pop()
  if (odd !== undefined) return Promise.reject(odd)
  const blocks: Reply['blocks'] = [
    { kind: 'text', text: 'はい' },
    { kind: 'suggestions', prompt: '', questions: ['次の質問'] },
  ]
  return Promise.resolve({ outcome: 'answered', lang: 'ja', blocks, confidence: 1 })
}

const posts = () => shop.slack.done('chat.postMessage')
const tries = () => shop.slack.calls.filter(({ method }) => method === 'chat.postMessage')
/** Until the waits that Slack or the mailroom asks for are over. */
const eventually = <T>(look: () => T, timeout = 15_000) =>
  expect.poll(
    () => {
      shop.platform.wake()
      return look()
    },
    { timeout, interval: 200 },
  )
const answeredCard = async () => {
  await shop.mention('質問')
  await eventually(() => posts().length).toBe(1)
  const [card] = posts()
  const [button] = card === undefined ? [] : buttonsOn(card)
  if (card === undefined || button === undefined) throw new Error('no button')
  return [card, button] as const
}
/** Whatever was accepted has come to its end. */
const nothingMore = () => eventually(() => shop.open()).toBe(0)

describe('what Slack answers', () => {
  it('is waited for when it says how long before it says who is speaking', async () => {
    shop.slack.fail('users.info', { kind: 'ratelimited', seconds: 1 })
    await shop.mention('質問')
    await eventually(() => posts().length).toBe(1)
    expect(heard[0]?.speaker?.name).toBe('社員U1')
  })

  it('is waited for when it says how long, and the reply is posted once', async () => {
    shop.slack.fail('chat.postMessage', { kind: 'ratelimited', seconds: 1 })
    await shop.mention('質問')
    await eventually(() => posts().length).toBe(1)
    expect(tries()).toHaveLength(2)
  })

  it.each(['channel_not_found', 'not_in_channel', 'is_archived'])('is final when it is %s', async (error) => {
    shop.slack.fail('chat.postMessage', { kind: 'error', error })
    await shop.mention('質問')
    await nothingMore()
    expect(tries()).toHaveLength(1)
    expect(posts()).toEqual([])
  })

  it.each([
    ['an answer that was lost after Slack had posted', { kind: 'dropped' } as const, 2],
    ['an error on the side of Slack', { kind: 'http', status: 500 } as const, 1],
  ])('leads to one more post after %s', async (_, fault, posted) => {
    shop.slack.fail('chat.postMessage', fault)
    await shop.mention('質問')
    await eventually(() => tries().length).toBe(2)
    expect(posts()).toHaveLength(posted)
  })

  it('is left alone when nobody knows for the second time', async () => {
    shop.slack.fail('chat.postMessage', { kind: 'dropped' }, { kind: 'dropped' })
    await shop.mention('質問')
    await nothingMore()
    expect(tries()).toHaveLength(2)
  })
})

/** The client waits ten seconds before it gives up, and the mailroom two before it tries again. */
describe('a call that Slack never answers', { timeout: 60_000 }, () => {
  const callsOf = (method: string) => shop.slack.calls.filter((call) => call.method === method)
  const comesToItsEnd = () => eventually(() => shop.open(), 50_000).toBe(0)

  it('is made once more and then left in doubt where it posts, and made until it works where that changes nothing', async () => {
    shop.slack.fail('chat.postMessage', { kind: 'silent' }, { kind: 'silent' })
    shop.slack.fail('views.publish', { kind: 'silent' })
    await Promise.all([shop.mention('質問'), shop.home('U2')])
    await comesToItsEnd()
    expect([callsOf('chat.postMessage').length, callsOf('views.publish').length]).toEqual([2, 2])
  })

  it('is made once more where it asks who is speaking, and holds up nobody else meanwhile', async () => {
    shop.slack.fail('users.info', { kind: 'silent' })
    await shop.mention('質問', { user: 'U1' })
    await shop.mention('質問', { user: 'U2' })
    await eventually(() => heard.length).toBe(1)
    expect(shop.open()).toBeGreaterThan(0)
    await comesToItsEnd()
    expect(heard.map(({ speaker }) => speaker?.name)).toEqual(['社員U2', '社員U1'])
    expect(shop.reported).toEqual([])
  })
})

describe('what comes more than once', () => {
  it('is answered once, however often and however close together Slack sends it', async () => {
    const said = { type: 'app_mention', user: 'U1', text: '<@UBOT> 質問', channel: 'C1', ts: '1.1' }
    const body = shop.callback(said)
    await Promise.all(Array.from({ length: 5 }, () => shop.send(body)))
    await nothingMore()
    expect(posts()).toHaveLength(1)
    expect(heard).toHaveLength(1)
  })

  it('is one press when it was a double click, and two when two people pressed at once', async () => {
    const [card, button] = await answeredCard()
    await Promise.all(['U1', 'U1', 'U2', 'U2'].map((user) => shop.press(card, button, { user })))
    await nothingMore()
    expect(posts()).toHaveLength(3)
    const pressed = heard.filter((event) => event.kind === 'message' && event.text === '次の質問')
    expect(pressed.map(({ speaker }) => speaker?.name).toSorted()).toEqual(['社員U1', '社員U2'])
  })
})

describe('what went wrong', () => {
  it('is done when the same button is pressed again, as the error asks for', async () => {
    const [card, button] = await answeredCard()
    trouble.push(new Error('the database was away for a moment'))
    for (let press = 0; press < 3; press += 1) {
      await shop.press(card, button)
      await nothingMore()
    }
    expect(heard).toHaveLength(3)
    expect(shop.slack.done('chat.postEphemeral')).toHaveLength(1)
    expect(posts()).toHaveLength(2)
  })
})

describe('what nobody asked', () => {
  const common = { channel: 'D1', channel_type: 'im', ts: '1.1' }
  it.each([
    ['an edit', { type: 'message', subtype: 'message_changed', ...common }],
    ['a deletion', { type: 'message', subtype: 'message_deleted', ...common }],
    ['a bot', { type: 'message', bot_id: 'B1', user: 'UBOT', text: 'x', ...common }],
    [
      'a thread that it was never in',
      { type: 'message', user: 'U1', text: 'x', channel: 'C1', ts: '1.2', thread_ts: '1.1' },
    ],
    ['something that Slack will invent', { type: 'tea_break', user: 'U1' }],
  ])('is acknowledged and left alone when it is %s', async (_, event) => {
    await shop.event(event)
    await nothingMore()
    expect(heard).toEqual([])
  })
})

describe('a request over HTTP', () => {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'app_mention' },
  })
  const status = async (headers: Record<string, string>) => {
    const all = { 'Content-Type': 'application/json', ...headers }
    return (await fetch(`${shop.origin}/slack/events`, { method: 'POST', headers: all, body })).status
  }

  it('is taken when Slack signed it, and refused when it did not, or too long ago', async () => {
    const old = Math.floor(Date.now() / 1000) - 6 * 60
    expect(await status(signedHeaders(body))).toBe(200)
    expect(await status({})).toBe(401)
    expect(await status(signedHeaders(body, { secret: `${SECRET}x` }))).toBe(401)
    expect(await status(signedHeaders(body, { secret: '' }))).toBe(401)
    expect(await status(signedHeaders(`${body} `))).toBe(401)
    expect(await status(signedHeaders(body, { at: old }))).toBe(401)
  })

  it('can be replayed within the five minutes and does nothing more', async () => {
    const said = { type: 'app_mention', user: 'U1', text: '<@UBOT> 質問', channel: 'C1', ts: '1.1' }
    const replayed = JSON.stringify(shop.callback(said))
    const headers = { 'Content-Type': 'application/json', ...signedHeaders(replayed) }
    for (let time = 0; time < 3; time += 1)
      await fetch(`${shop.origin}/slack/events`, { method: 'POST', headers, body: replayed })
    await nothingMore()
    expect(heard).toHaveLength(1)
  })

  it('is not even listened for without a signing secret', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '' })).toThrow(/SLACK_SIGNING_SECRET/u)
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'short' })).toThrow(
      /SLACK_SIGNING_SECRET/u,
    )
    expect(() => readConfig({ SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-1' })).toThrow(/ENCRYPTION_KEY/u)
  })
})

describe('somebody who is not a member', () => {
  const standing = async () => {
    await eventually(() => heard.length).toBe(1)
    return heard[0]?.speaker
  }

  it.each(['is_restricted', 'is_ultra_restricted', 'is_stranger'])('is a guest when Slack says %s', async (says) => {
    shop.slack.knows('U9', { [says]: true })
    await shop.mention('進捗', { user: 'U9' })
    expect(await standing()).toMatchObject({ standing: 'guest' })
    expect(await store.addressBook.find(`slack:T${teams}:U9`)).toEqual([])
  })

  it('is a guest when their own workspace is another, whose firm is not opened either', async () => {
    await shop.mention('進捗', { user: 'U9', more: { user_team: 'TELSEWHERE' } })
    expect(await standing()).toMatchObject({ standing: 'guest', workspace: 'slack:TELSEWHERE' })
  })
})

describe('installing', () => {
  let many: Shop
  beforeEach(async () => {
    many = await openShop({ store, bot: answer, mode: 'http', team: 'TMANY', tokens: MANY })
    return () => many.close()
  })
  const workspace = 'slack:TMANY'
  const comeBack = (state: string, cookie: string) =>
    fetch(`${many.origin}/slack/oauth_redirect?code=code-TMANY&state=${state}`, { headers: { cookie } })

  it('is refused with a forged state, and with one that another browser was given', async () => {
    const page = await fetch(`${many.origin}/slack/install`)
    const state = /state=([^&"]+)/u.exec(await page.text())?.[1] ?? ''
    const forged = `${state.slice(0, -4)}aaaa`
    expect((await comeBack(forged, `slack-app-oauth-state=${forged}`)).ok).toBe(false)
    expect((await comeBack(state, '')).ok).toBe(false)
    expect(await store.installations(KEY).read(workspace)).toBeUndefined()
  })

  it('renews a token that is about to expire, once, and keeps the new one', async () => {
    const bot = { token: 'xoxe.xoxb-old', refreshToken: 'xoxe-1', expiresAt: 1, scopes: [], id: 'B1', userId: 'UBOT' }
    const kept = { team: { id: 'TMANY' }, user: { id: 'U1' }, bot, authVersion: 'v2', isEnterpriseInstall: false }
    await store.installations(KEY).keep(workspace, kept)
    await Promise.all([many.mention('一'), many.mention('二')])
    await expect.poll(() => many.slack.done('chat.postMessage').length).toBe(2)
    expect(many.slack.done('chat.postMessage').map(({ token }) => token)).toEqual([
      'xoxe.xoxb-renewed',
      'xoxe.xoxb-renewed',
    ])
    expect(many.slack.done('oauth.v2.access')).toHaveLength(1)
    expect(await store.installations(KEY).read(workspace)).toMatchObject({ bot: { token: 'xoxe.xoxb-renewed' } })
  })
})
