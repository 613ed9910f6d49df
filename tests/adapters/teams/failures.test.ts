import { beforeEach, describe, expect, it } from 'vitest'
import { createConnector } from '../../../adapters/teams/connector.ts'
import { outcomeOf } from '../../../adapters/teams/outcome.ts'
import type { ChatEvent } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { activity } from './fixture.ts'
import { conversationOf, buttonsOn, openOffice, type Office } from './office.ts'

const { store } = await openReadyStore()

let office: Office
let heard: ChatEvent[]
let tenant: string
let tenants = 0
beforeEach(async () => {
  heard = []
  tenants += 1
  tenant = `tenant-${tenants}`
  office = await openOffice({ store, bot: answer, tenant })
  return () => office.close()
})

/** A card that shows one thing, so that pressing it changes it. */
const answer = (event: ChatEvent): Promise<Reply> => {
  heard.push(event)
  const action = { kind: 'view', view: 'home' } as const
  const blocks: Reply['blocks'] = [
    { kind: 'text', text: 'はい' },
    { kind: 'buttons', prompt: '', buttons: [{ label: 'ホーム', action, tone: 'main' }] },
  ]
  return Promise.resolve({ outcome: 'answered', lang: 'ja', blocks, confidence: 1, shows: 'home' })
}

const seen = () => office.connector.messages()
const tries = () => office.connector.calls.filter(({ activity }) => activity['type'] === 'message')
/** Until the waits that Teams or the mailroom asks for are over. */
const eventually = <T>(look: () => T) =>
  expect.poll(
    () => {
      office.platform.wake()
      return look()
    },
    { timeout: 20_000, interval: 200 },
  )
/** Whatever was accepted has come to its end. */
const nothingMore = () => eventually(() => office.open()).toBe(0)
const status = (code: number, retryAfter?: number) =>
  ({ kind: 'status', status: code, ...(retryAfter !== undefined && { retryAfter }) }) as const

describe('what the connector answers', () => {
  it.each([
    ['another bot was writing at the same moment', status(412)],
    ['there were too many, and it says how long to wait', status(429, 1)],
    ['its gateway found nobody behind it', status(502)],
    ['it is overloaded', status(503)],
    ['its gateway waited in vain', status(504)],
  ])('is waited for when %s, and the reply is seen once', async (_, fault) => {
    office.connector.fail(fault)
    await office.say('質問')
    await eventually(() => seen().length).toBe(1)
    expect(tries()).toHaveLength(2)
  })

  it.each([
    ['blocked', 403],
    ['not there any more', 404],
  ])('is final when the bot is %s, which is no way to the person until they write again', async (_, code) => {
    const person = `teams:${tenant}:aad-U1`
    office.connector.fail(status(code))
    await office.say('質問')
    await eventually(() => tries().length).toBe(1)
    await expect.poll(() => store.addressBook.find(person)).toEqual([])
    await office.say('質問', { more: { id: 'again' } })
    await eventually(() => seen().length).toBe(1)
    expect(await store.addressBook.find(person)).toHaveLength(1)
    expect(tries()).toHaveLength(2)
  })

  it('is final when it refuses the message itself', async () => {
    office.connector.fail(status(400))
    await office.say('質問')
    await nothingMore()
    expect(tries()).toHaveLength(1)
    expect(seen()).toEqual([])
  })

  it.each([
    ['an answer that was lost after the connector had posted', { kind: 'dropped' } as const, 2],
    ['an error on the side of Teams', status(500), 1],
  ])('leads to one more post after %s', async (_, fault, posted) => {
    office.connector.fail(fault)
    await office.say('質問')
    await eventually(() => tries().length).toBe(2)
    expect(seen()).toHaveLength(posted)
  })

  it('is left alone when nobody knows for the second time', async () => {
    office.connector.fail({ kind: 'dropped' }, { kind: 'dropped' })
    await office.say('質問')
    await nothingMore()
    expect(tries()).toHaveLength(2)
  })

  it('never comes, which nobody can tell from an answer that was lost', async () => {
    office.connector.fail({ kind: 'silent' })
    const connector = createConnector({ token: () => Promise.resolve(undefined), patience: 100 })
    const { serviceUrl } = office.connector
    const address = { serviceUrl, tenant, conversation: 'a:1', kind: 'personal', user: '29:U1', bot: '28:b' } as const
    const error: unknown = await connector.send(address, { type: 'message' }).catch((cause: unknown) => cause)
    const random = () => 0
    expect(outcomeOf(error, { repeatable: false, random })).toMatchObject({ kind: 'uncertain' })
    expect(outcomeOf(error, { repeatable: true, random })).toMatchObject({ kind: 'later' })
  })

  it('is not asked for when there is no token, and the reply goes out once there is one', async () => {
    office.entra.refuse('AADSTS7000222: The provided client secret keys are expired.')
    office.entra.refuse('AADSTS7000222: The provided client secret keys are expired.')
    office.entra.refuse('AADSTS7000222: The provided client secret keys are expired.')
    await office.send('installed-team', { place: 'channel' })
    expect(seen()).toEqual([])
    await office.say('質問')
    await eventually(() => seen().length).toBeGreaterThan(0)
    expect(JSON.stringify(office.reported.map(String))).toContain('make a new client secret')
  })
})

describe('a card that was pressed', () => {
  const card = async () => {
    await office.say('ホーム')
    await eventually(() => seen().length).toBe(1)
    const [shown] = seen()
    const [button] = shown === undefined ? [] : buttonsOn(shown.activity)
    if (shown === undefined || button === undefined) throw new Error('no button')
    return { shown, button }
  }

  it('is changed again after any trouble, since changing it twice changes nothing', async () => {
    const { shown, button } = await card()
    office.connector.fail(status(500), { kind: 'dropped' }, status(412))
    await office.press(shown, button)
    await eventually(() => seen().length).toBe(3)
    await nothingMore()
    expect(seen().filter(({ method }) => method === 'PUT')).toHaveLength(2)
  })

  it('comes as a message of its own when it was deleted', async () => {
    const { shown, button } = await card()
    office.connector.fail(status(404))
    await office.press(shown, button)
    await eventually(() => seen().length).toBe(2)
    expect(seen().at(-1)).toMatchObject({ method: 'POST', conversation: conversationOf('personal') })
  })

  it('is one press when it was a double click, and two when two people pressed at once', async () => {
    const { shown, button } = await card()
    await Promise.all(['U1', 'U1', 'U2', 'U2'].map((user) => office.press(shown, button, { user })))
    await nothingMore()
    const pressed = new Map(heard.flatMap((one) => (one.kind === 'press' ? [[one.id, one.speaker?.name]] : [])))
    expect([...pressed.values()].toSorted()).toEqual(['社員U1', '社員U2'])
  })
})

describe('what comes more than once', () => {
  it('is answered once, however often and however close together Teams sends it', async () => {
    await Promise.all(Array.from({ length: 5 }, () => office.say('質問', { more: { id: 'the-same' } })))
    await nothingMore()
    expect(seen()).toHaveLength(1)
    expect(heard).toHaveLength(1)
  })
})

it('asks once who somebody is, in whatever thread of a channel they speak', async () => {
  for (const thread of ['1', '2']) {
    const conversation = { id: `19:chan@thread.tacv2;messageid=${thread}`, conversationType: 'channel' }
    await office.say('質問', { place: 'channel', more: { conversation } })
    await nothingMore()
  }
  expect(office.connector.asked).toEqual(['/jp/v3/conversations/19:chan@thread.tacv2/members/29:U1'])
})

describe('what nobody asked', () => {
  it.each([
    'message-to-others',
    'message-own',
    'message-other-bot',
    'message-edited',
    'message-deleted',
    'fetch-task',
    'members-added',
    'channel-renamed',
    'team-deleted',
    'reaction',
    'tea-break',
  ])('is taken and left alone: %s', async (name) => {
    const { from, recipient, conversation } = await activity(name)
    expect((await office.send(name, { more: { from, recipient, conversation } })).status).toBe(200)
    await nothingMore()
    expect(heard).toEqual([])
  })

  it('says that a card of an older version is out of date', async () => {
    const response = await office.send('card-of-an-older-version')
    expect(await response.json()).toMatchObject({ value: expect.stringContaining('古くなりました') as unknown })
  })
})
