import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bot } from '../../../bot/bot.ts'
import type { Speaker } from '../../../bot/event.ts'
import { settingsWordsIn } from '../../../bot/words/settings.ts'
import { composeBot } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { buttonNamed, ONE, openShop, textOf, type Shop } from './shop.ts'

const team = 'T-modals'
const workspace = `slack:${team}`
const boss: Speaker = { workspace, person: `${workspace}:U1`, name: 'U1', standing: 'member', place: 'private' }
const words = settingsWordsIn('ja')

const { store } = await openReadyStore()
let shop: Shop
let trouble: Error | undefined
beforeAll(async () => {
  const { bot } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)
  const troubled: Bot = (event) => (trouble === undefined ? bot(event) : Promise.reject(trouble))
  shop = await openShop({ store, bot: troubled, mode: 'http', team, tokens: ONE })
})
afterAll(() => shop.close())

/** Does something and answers the call of a method that it leads to. */
async function leadsTo(method: string, doing: () => Promise<unknown>) {
  const seen = shop.slack.done(method).length
  await doing()
  await expect.poll(() => shop.slack.done(method).length, { timeout: 10_000 }).toBeGreaterThan(seen)
  return shop.slack.done(method)[seen] ?? expect.unreachable()
}

/** Opens a modal by a typed word and the button that comes of it. */
async function openModal(word: string, button: RegExp): Promise<Readonly<Record<string, unknown>>> {
  const card = await leadsTo('chat.postMessage', () => shop.direct(word))
  const { args } = await leadsTo('views.open', () => shop.press(card, buttonNamed(card, button)))
  return args['view'] as Readonly<Record<string, unknown>>
}

it('keeps a modal open, with what was typed, where its answer could not be kept; sent again, it is', async () => {
  const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
  const code = await store.codes.issue({ purpose: 'manager', firm, at: new Date(), minutes: 10 })
  const view = await openModal('コード', /入力する/u)
  trouble = new Error('the database was away for a moment')
  const refused = await leadsTo('chat.postMessage', async () => {
    expect(await shop.submit(view, { code })).toMatchObject({ response_action: 'errors' })
  })
  expect(textOf(refused)).toContain('うまく答えられませんでした')
  trouble = undefined
  await expect.poll(() => shop.open()).toBe(0)
  await leadsTo('chat.update', () => shop.submit(view, { code }))
  expect((await store.firms.welcome(boss))?.member.roles).toContain('manager')
})

it('hands over the receipt to whoever deleted the firm, though nothing is kept of it any more', async () => {
  const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
  const view = await openModal('設定', new RegExp(words.eraseTitle, 'u'))
  const receipt = await leadsTo('chat.update', () => shop.submit(view, { name: words.eraseWord }))
  expect(textOf(receipt)).toContain(words.receipt.entries)
  expect(await store.firms.find(firm)).toBeUndefined()
})
