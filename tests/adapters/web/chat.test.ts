import { describe, expect, it } from 'vitest'
import { OWNER } from '../../../adapters/web/owner.ts'
import { BREAKS_ONCE } from './answers.ts'
import { createTestWeb, read } from './web.ts'

const ID = '6f1c1f0e-8f0a-4e0a-9a62-0d1f0f5d1a11'
const OTHER_ID = '7a2c1f0e-8f0a-4e0a-9a62-0d1f0f5d1a22'
const THREAD = 'web:0b5c1f0e-8f0a-4e0a-9a62-0d1f0f5d1a33'

const SPEAKER = OWNER

describe('a message', () => {
  it('becomes an event and comes back as a reply and its fragment', async () => {
    const web = createTestWeb()
    const response = await web.post({ id: ID, thread: THREAD, text: '  somebody left  ' })
    const { reply, html } = await read(response)
    expect(response.status).toBe(200)
    expect(web.bot.asked).toEqual([
      { id: ID, speaker: SPEAKER, thread: THREAD, kind: 'message', text: 'somebody left' },
    ])
    expect(reply).toMatchObject({ outcome: 'answered', lang: 'en' })
    expect(html).toContain('<div class="reply" role="article" lang="en" data-outcome="answered">')
  })

  it('without a thread starts one of its own', async () => {
    const web = createTestWeb()
    await web.post({ id: ID, text: 'hello' })
    expect(web.bot.asked).toEqual([{ id: ID, speaker: SPEAKER, thread: `web:${ID}`, kind: 'message', text: 'hello' }])
  })

  it('sent again under the same id gets the same answer and is one turn', async () => {
    const web = createTestWeb()
    const message = { id: ID, thread: THREAD, text: 'somebody left' }
    const [first, again] = [await read(await web.post(message)), await read(await web.post(message))]
    expect(again).toEqual(first)
    expect(await web.bot.history(THREAD)).toHaveLength(1)
  })

  it('may be a pressed button with what was filled in', async () => {
    const web = createTestWeb()
    const action = { kind: 'answer', item: 'CK-04', status: 'not_applicable' } as const
    await web.post({ id: ID, thread: THREAD, press: JSON.stringify(action), values: { reason: 'no PCs' } })
    expect(web.bot.asked).toEqual([
      { id: ID, thread: THREAD, speaker: SPEAKER, kind: 'press', action, values: { reason: 'no PCs' } },
    ])
  })

  it('with a button that no version of Shirube makes is refused', async () => {
    const web = createTestWeb()
    const refused = await web.post({ id: ID, thread: THREAD, press: '{"kind":"delete_everything"}', values: {} })
    expect([refused.status, web.bot.asked]).toEqual([400, []])
  })

  it('may be a pressed choice', async () => {
    const web = createTestWeb()
    await web.post({ id: ID, thread: THREAD, entry: 'CPS.AC-1', lang: 'en' })
    expect(web.bot.asked).toEqual([
      { id: ID, speaker: SPEAKER, thread: THREAD, lang: 'en', kind: 'choice', entry: 'CPS.AC-1' },
    ])
  })

  it('loses what PostgreSQL cannot keep: NUL and half a surrogate pair', async () => {
    const web = createTestWeb()
    await web.post({ id: ID, thread: THREAD, text: 'a\0b\ud800' })
    expect(web.bot.asked).toMatchObject([{ text: 'ab\ufffd' }])
  })
})

describe('a message is refused, in the language of the page,', () => {
  const long = (length: number) => ({ id: ID, text: '\u304b\u3099'.repeat(length) })

  it('when it is empty', async () => {
    const response = await createTestWeb().post({ id: ID, text: ' \n ' }, { 'accept-language': 'en' })
    expect(response.status).toBe(400)
    expect((await read(response)).error).toContain('no question')
  })

  it('when it has more than 2,000 characters as people count them', async () => {
    const web = createTestWeb()
    expect((await web.post(long(2_000))).status).toBe(200)
    const response = await web.post(long(2_001), { 'accept-language': 'ja' })
    expect(response.status).toBe(400)
    expect((await read(response)).error).toContain('2000文字まで')
  })

  it('when the body is larger than 16 KB', async () => {
    const response = await createTestWeb().post({ id: ID, text: 'x'.repeat(17_000) }, { 'accept-language': 'ja' })
    expect(response.status).toBe(413)
    expect((await read(response)).error).toContain('大きすぎます')
  })

  it.each([
    ['no JSON', '{"id":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an id that is no UUID', { id: 'x', text: 'hello' }],
    ['a thread of another platform', { id: ID, thread: 'slack:T1:C1', text: 'hello' }],
    ['a language there is not', { id: ID, text: 'hello', lang: 'fr' }],
    ['text and choice at once', { id: ID, text: 'hello', entry: 'CPS.AC-1' }],
    ['neither text nor choice', { id: ID }],
    ['an empty choice', { id: ID, entry: ' ' }],
    ['something nobody asked for', { id: ID, text: 'hello', firm: 'f1' }],
  ])('when it is %s', async (_, body) => {
    const web = createTestWeb()
    const response = await web.post(body, { 'accept-language': 'en-GB,en;q=0.9,ja;q=0.8' })
    expect(response.status).toBe(400)
    expect((await read(response)).error).toContain('couldn’t be read')
    expect(web.bot.asked).toEqual([])
  })
})

describe('when the bot throws', () => {
  it('the person gets a reference, the log gets the cause, and sending again helps', async () => {
    const web = createTestWeb()
    const message = { id: ID, thread: THREAD, text: BREAKS_ONCE }
    const response = await web.post(message, { 'accept-language': 'en' })
    const { html } = await read(response)
    const reference = /this number: ([0-9a-f]{8})/.exec(html)?.[1]
    expect(response.status).toBe(500)
    expect(html).toContain('role="alert"')
    expect(web.logged).toEqual([{ reference, err: new Error('the index is gone') }])
    expect((await web.post(message)).status).toBe(200)
  })

  it('the history answers a reference too', async () => {
    const web = createTestWeb({ history: () => Promise.reject(new Error('the database is gone')) })
    const response = await web.get(`/api/history?thread=${THREAD}`)
    expect(response.status).toBe(500)
    expect(web.logged).toMatchObject([{ err: new Error('the database is gone') }])
  })
})

describe('the history', () => {
  it('shows the turns of one thread, a choice by the words on its button', async () => {
    const web = createTestWeb()
    await web.post({ id: ID, thread: THREAD, text: 'password' })
    await web.post({ id: OTHER_ID, thread: THREAD, entry: 'CPS.AC-4', lang: 'en' })
    const { html } = await read(await web.get(`/api/history?thread=${THREAD}`))
    const said = [...html.matchAll(/<span lang="en">(.*?)<\/span><\/p>/g)].map((match) => match[1])
    expect(said).toEqual(['password', 'Protecting the login'])
  })

  it('of a conversation that has not begun is empty', async () => {
    expect(await read(await createTestWeb().get(`/api/history?thread=${THREAD}`))).toEqual({ html: '', error: '' })
  })

  it.each(['', '?thread=', '?thread=slack:T1:C1', `?thread=${THREAD}x`])('refuses %j', async (query) => {
    expect((await createTestWeb().get(`/api/history${query}`)).status).toBe(400)
  })
})
