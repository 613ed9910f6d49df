import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Speaker } from '../../../bot/event.ts'
import { composeBot } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { openReadyStore } from '../store/ready-store.ts'
import type { Sent } from './connector.ts'
import { BOT_TENANT } from './entra.ts'
import { buttonNamed, buttonsOn, conversationOf, openOffice, type Office } from './office.ts'

const workspace = `teams:${BOT_TENANT}`
const person = `${workspace}:aad-U1`
const boss: Speaker = { workspace, person, name: 'U1', standing: 'member', place: 'private' }

const { store } = await openReadyStore()
const { bot } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)
let office: Office
beforeAll(async () => {
  office = await openOffice({ store, bot })
})
afterAll(() => office.close())

/** Does something and answers the message that it leads to. */
const leadsTo = async (doing: () => Promise<unknown>): Promise<Sent> => {
  await expect.poll(() => office.open()).toBe(0)
  const seen = office.connector.messages().length
  await doing()
  await expect.poll(() => office.connector.messages().length, { timeout: 10_000 }).toBeGreaterThan(seen)
  const sent = office.connector.messages()[seen]
  if (sent === undefined) throw new Error('it was there a moment ago')
  return sent
}
const textOf = ({ activity }: Sent): string => JSON.stringify(activity)

/** Presses a button and answers the new state of the card, which the response shows and the conversation keeps. */
const pressed = async (on: Sent, name: RegExp, values: Readonly<Record<string, string>> = {}) => {
  const answered: { shown?: unknown } = {}
  const sent = await leadsTo(async () => {
    const { value } = await office.press(on, buttonNamed(on.activity, name), { values })
    answered.shown = value
  })
  return { sent, shown: answered.shown }
}

let answer: Sent
let home: Sent

it('says what it is good for when it is installed, and knows the way to the person', async () => {
  const hello = await leadsTo(() => office.send('installed-personal'))
  expect(hello).toMatchObject({ conversation: 'a:U1', token: 'outgoing-1' })
  expect(hello.activity['text']).toContain('道しるべ')
  expect(await store.addressBook.find(person)).toMatchObject([{ platform: 'teams', address: { kind: 'personal' } }])
})

it('shows both numbers and the next step in a card', async () => {
  home = await leadsTo(() => office.say('ホーム'))
  expect(textOf(home)).toMatch(/30/u)
  expect((await store.firms.welcome(boss))?.member.name).toBe('社員U1')
})

it('makes somebody manager by a code, and says under the field when it is wrong', async () => {
  const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
  const code = await store.codes.issue({ purpose: 'manager', firm, at: new Date(), minutes: 10 })
  const form = await leadsTo(() => office.say('コード'))
  const wrong = await pressed(form, /./u, { code: 'XXXX-XXXX' })
  expect(wrong.sent).toMatchObject({ method: 'PUT', id: form.id })
  expect(JSON.stringify(wrong.shown)).toContain('XXXX-XXXX')
  const right = await pressed(wrong.sent, /./u, { code })
  expect(right.sent).toMatchObject({ method: 'PUT', id: form.id })
  expect((await store.firms.welcome(boss))?.member.roles).toContain('manager')
})

it('asks about the firm, card after card, and again for what it cannot read', async () => {
  home = await leadsTo(() => office.say('ホーム'))
  const people = await pressed(home, /^会社のことを教える/u)
  const customers = await pressed(people.sent, /^次へ|^進む|保存/u, { name: '中村製パン', vendor: '佐藤 03-0000-0000' })
  const again = await pressed(customers.sent, /^次へ|^進む|保存/u, { asks: 'yes', who: '大手スーパー' })
  expect(JSON.stringify(again.shown)).toContain('何を求められているか')
  expect(JSON.stringify(again.shown)).toContain('大手スーパー')
  const workplace = await pressed(again.sent, /^次へ|^進む|保存/u, { asks: 'yes', who: '大手スーパー', what: '★3' })
  const digest = await pressed(workplace.sent, /とばす/u)
  await pressed(digest.sent, /^次へ|^進む|保存|終/u)
  const firm = (await store.firms.welcome(boss))?.firm
  expect(firm).toMatchObject({ name: '中村製パン', profile: { customer_asks: true }, settings: { onboarding: 'done' } })
})

it('answers a mention in its thread, once, with its source and typing before', async () => {
  const before = office.connector.calls.length
  answer = await leadsTo(() => office.say('辞めた人のメールはどうする？', { user: 'U2', place: 'channel' }))
  expect(answer.conversation).toBe(conversationOf('channel'))
  expect(answer.activity['text']).toContain('[1]')
  expect(textOf(answer)).toContain('"position":1')
  const kinds = office.connector.calls.slice(before).map(({ activity }) => activity['type'])
  expect(kinds).toEqual(['typing', 'message'])
})

it('understands what follows in the thread', async () => {
  const more = await leadsTo(() => office.say('証拠は何を残せばいい？', { user: 'U2', place: 'channel' }))
  expect(more.conversation).toBe(conversationOf('channel'))
  expect(textOf(more)).toContain('CPS.IP')
})

it('changes the card of an item in place when it is answered, and when the answer is taken back', async () => {
  const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
  const lastDone = async () => (await store.firms.room(firm).log()).at(-1)?.done
  const step = await leadsTo(() => office.say('次'))
  const noted = await pressed(step, /^まだ/u)
  const item = await pressed(noted.sent, /^項目に戻る/u)
  const done = await pressed(item.sent, /^できている/u)
  expect(done.sent).toMatchObject({ method: 'PUT', id: noted.sent.id })
  expect(buttonsOn(done.shown).map(({ title }) => title)).toEqual(
    buttonsOn(done.sent.activity).map(({ title }) => title),
  )
  expect(await lastDone()).toMatchObject({ kind: 'answered', answer: { status: 'done' } })
  const undone = await pressed(done.sent, /^取り消す/u)
  expect(undone.sent.id).toBe(noted.sent.id)
  expect(await lastDone()).toMatchObject({ kind: 'undone' })
})

it('does nothing when a button is pressed for the second time', async () => {
  const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
  const step = await leadsTo(() => office.say('次'))
  const button = buttonNamed(step.activity, /^できている/u)
  await leadsTo(() => office.press(step, button))
  const before = (await store.firms.room(firm).log()).length
  expect(await office.press(step, button)).toMatchObject({ value: 'このボタンは、もう受け付けました。' })
  expect(await store.firms.room(firm).log()).toHaveLength(before)
})

it('says how far the firm is in the private chat of who asked, not where others read it', async () => {
  const progress = await leadsTo(() => office.say('進捗', { place: 'channel' }))
  expect(progress.conversation).toBe('a:U1')
  expect(textOf(progress)).toContain('できている項目')
  await expect.poll(() => office.connector.messages().at(-1)?.conversation).toBe(conversationOf('channel'))
  expect(office.connector.messages().at(-1)?.activity['text']).toBe(
    '会社の内容を含むため、個人チャットにお送りしました。',
  )
  const shared = await leadsTo(() => office.press(progress, buttonNamed(progress.activity, /^チャンネルに共有/u)))
  expect(shared.conversation).toBe(conversationOf('channel'))
  expect(textOf(shared)).toContain('できている項目')
  expect(textOf(shared)).toContain('社員U1さんが共有しました')
  expect(buttonsOn(shared.activity)).toEqual([])
})

it('shares nothing into a conversation that the person was not told it in', async () => {
  const progress = await leadsTo(() => office.say('進捗', { place: 'channel' }))
  const button = buttonNamed(progress.activity, /^チャンネルに共有/u)
  const { shirube } = button.data as { shirube: Readonly<Record<string, string>> }
  const a = (shirube['a'] ?? '').replace(conversationOf('channel'), '19:elsewhere@thread.v2')
  const refused = await leadsTo(() => office.press(progress, { ...button, data: { shirube: { ...shirube, a } } }))
  expect(refused.conversation).toBe('a:U1')
  expect(textOf(refused)).toContain('共有できません')
  await expect.poll(() => office.open()).toBe(0)
  expect(office.connector.calls.map(({ conversation }) => conversation)).not.toContain('19:elsewhere@thread.v2')
})

it('opens a private chat with somebody it never met, and says how to ask where it may not', async () => {
  const there = await leadsTo(() => office.say('進捗', { user: 'U3', place: 'groupChat' }))
  expect(there.conversation).toBe('a:private-29:U3')
  expect(await store.addressBook.find(`${workspace}:aad-U3`)).toMatchObject([{ address: { kind: 'personal' } }])
  office.connector.closePrivateChats()
  const asked = await leadsTo(() => office.say('進捗', { user: 'U4', place: 'groupChat' }))
  expect(asked.conversation).toBe(conversationOf('groupChat'))
  expect(textOf(asked)).not.toContain('できている項目')
  expect(textOf(asked)).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3A')
})

it('shows a guest and somebody of another tenant public answers only', async () => {
  office.connector.knows('29:G1', { userRole: 'guest' })
  office.connector.knows('29:G2', { tenantId: 'another-tenant' })
  office.connector.knows('29:G3', undefined)
  for (const user of ['G1', 'G2', 'G3']) {
    const refused = await leadsTo(() => office.say('進捗', { user }))
    expect(textOf(refused)).not.toContain('できている項目')
    const answered = await leadsTo(() => office.say('辞めた人のメールはどうする？', { user }))
    expect(textOf(answered)).toContain('[1]')
    expect(await store.addressBook.find(`${workspace}:aad-${user}`)).toEqual([])
  }
})

it('hears whether an answer helped, and why not, without keeping who said so', async () => {
  const before = (await store.feedback.counts()).find(({ about }) => about === 'CPS.IP-9')
  const said = { user: 'U2', place: 'channel' } as const
  expect((await office.thumb(answer, 'like', said)).status).toBe(200)
  expect((await office.thumb(answer, 'dislike', { ...said, why: 'ことばが難しい' })).status).toBe(200)
  const after = (await store.feedback.counts()).find(({ about }) => about === 'CPS.IP-9')
  expect(after).toMatchObject({ helped: before?.helped ?? 0, didNotHelp: (before?.didNotHelp ?? 0) + 1 })
  expect(after?.reasons).toContain('ことばが難しい')
  expect(JSON.stringify(after)).not.toContain('U2')
})

it('forgets the way to whoever takes it out, and nobody else’s', async () => {
  expect(await store.addressBook.find(person)).toHaveLength(1)
  await office.send('removed-team', { place: 'channel' })
  expect(await store.addressBook.find(person)).toHaveLength(1)
  await office.send('removed-personal')
  expect(await store.addressBook.find(person)).toEqual([])
  await leadsTo(() => office.send('installed-personal'))
  expect(await store.addressBook.find(person)).toHaveLength(1)
  expect(office.reported).toEqual([])
})
