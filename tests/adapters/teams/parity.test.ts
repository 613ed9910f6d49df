import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Speaker } from '../../../bot/event.ts'
import { composeBot } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { onSlack } from '../parity/on-slack.ts'
import { onTeams } from '../parity/on-teams.ts'
import { onWeb } from '../parity/on-web.ts'
import type { Seen, Way } from '../parity/seen.ts'
import { openShop, type Shop } from '../slack/shop.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { BOT_TENANT } from './entra.ts'
import { openOffice, type Office } from './office.ts'

const { store } = await openReadyStore()
const composed = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)
let shop: Shop
let office: Office
beforeAll(async () => {
  const { bot } = composed
  ;[shop, office] = await Promise.all([openShop({ store, bot, mode: 'http', team: 'T1' }), openOffice({ store, bot })])
})
afterAll(async () => {
  await shop.close()
  await office.close()
})

/** Somebody of a firm of each platform's, made manager by a code as people are. */
async function promote(workspace: string, person: string): Promise<void> {
  const speaker: Speaker = { workspace, person, name: '社員U1', standing: 'member', place: 'private' }
  const firm = (await store.firms.welcome(speaker))?.firm.id ?? ''
  const at = new Date()
  const code = await store.codes.issue({ purpose: 'manager', firm, at, minutes: 10 })
  expect(await store.codes.redeem({ code, speaker, at })).toMatchObject({ kind: 'granted' })
}

/** The same done on each platform shows the same on each. */
async function same(ways: readonly Way[], doing: (way: Way) => Promise<Seen>): Promise<Seen> {
  const seen: Seen[] = []
  for (const way of ways) seen.push(await doing(way))
  const [first, ...others] = seen
  if (first === undefined) throw new Error('nobody saw anything')
  for (const other of others) expect(other).toEqual(first)
  return first
}

it('shows a manager the same on Slack, Teams and the web', async () => {
  await promote('slack:T1', 'slack:T1:U1')
  await promote(`teams:${BOT_TENANT}`, `teams:${BOT_TENANT}:aad-U1`)
  const ways = [onSlack(shop, 'U1'), onTeams(office, 'U1'), onWeb(composed.bot, composed.answer)]
  const say = (text: string) => same(ways, (way) => way.say(text))
  const press = (name: RegExp) => same(ways, (way) => way.press(name))
  const send = (values: Readonly<Record<string, string>>) => same(ways, (way) => way.send(values))

  const answer = await say('辞めた人のメールはどうする？')
  expect(answer.sources[0]).toBe('[1] CPS.IP-9')
  const evidence = await same(ways, (way) => way.follow('証拠は何を残せばいい？'))
  expect(evidence.sources[0]).toBe('[1] CPS.IP-9')
  await say('火星の天気を教えて')
  const home = await say('ホーム')
  expect(home.said).toMatch(/30件のうち0件/u)
  const item = await say('次')
  expect(item.buttons.length).toBeGreaterThan(5)
  const form = await press(/^一部できている/u)
  expect(form.fields[0]?.options.length).toBeGreaterThan(1)
  await send({})
  await press(/^取り消す/u)
  await say('項目4')
  await press(/^わからない/u)
  const progress = await say('進捗')
  expect(progress.said).toMatch(/30件のうち1件.*わからない：1件/u)
  await say('一覧')
  await say('次')
  await press(/^担当|^くわしく/u)
  await say('設定')
  await say('印刷')
  await say('こんにちは')
})

it('refuses staff the same on Slack and Teams', async () => {
  const ways = [onSlack(shop, 'U2'), onTeams(office, 'U2')]
  await same(ways, (way) => way.say('ホーム'))
  await same(ways, (way) => way.say('メンバー'))
  await same(ways, (way) => way.say('ダイジェスト'))
})

it('tells a guest the same on Slack and Teams, and nothing of the firm', async () => {
  shop.slack.knows('UG', { is_restricted: true, profile: { display_name: '社員U9' } })
  office.connector.knows('29:UG', { userRole: 'guest' })
  const ways = [onSlack(shop, 'UG'), onTeams(office, 'UG')]
  const refused = await same(ways, (way) => way.say('進捗'))
  expect(refused.said).not.toMatch(/件/u)
  const answered = await same(ways, (way) => way.say('辞めた人のメールはどうする？'))
  expect(answered.sources[0]).toBe('[1] CPS.IP-9')
})
