import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPglite } from '../../../adapters/store/pglite.ts'
import type { Store } from '../../../adapters/store/store.ts'
import type { Speaker } from '../../../bot/event.ts'
import { composeBot, type Composed } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { LANGS } from '../../../corpus/schema.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { onSlack } from '../parity/on-slack.ts'
import { onTeams } from '../parity/on-teams.ts'
import { onWeb } from '../parity/on-web.ts'
import type { Seen, Way } from '../parity/seen.ts'
import { openShop, type Shop } from '../slack/shop.ts'
import { readyFolder } from '../store/ready-store.ts'
import { BOT_TENANT } from './entra.ts'
import { openOffice, type Office } from './office.ts'

let store: Store
let composed: Composed
let shop: Shop
let office: Office
beforeEach(async () => {
  store = await openPglite(await readyFolder())
  composed = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)
  const { bot } = composed
  ;[shop, office] = await Promise.all([openShop({ store, bot, mode: 'http', team: 'T1' }), openOffice({ store, bot })])
})
afterEach(async () => {
  await shop.close()
  await office.close()
  await store.close()
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

const STORIES = {
  ja: {
    quit: '辞めた人のメールはどうする？',
    evidence: '証拠は何を残せばいい？',
    mars: '火星の天気を教えて',
    home: 'ホーム',
    nothingYet: /30件のうち0件/u,
    next: '次',
    partly: /^一部できている/u,
    undo: /^取り消す/u,
    item: '項目4',
    unknown: /^わからない/u,
    progress: '進捗',
    oneUnknown: /30件のうち1件.*わからない：1件/u,
    list: '一覧',
    more: /^担当|^くわしく/u,
    settings: '設定',
    print: '印刷',
    digests: ['ダイジェスト', 'ダイジェストを送る', '先週のお知らせ'],
    hello: 'こんにちは',
  },
  en: {
    quit: 'Someone quit. What about his mail?',
    evidence: 'What counts as evidence?',
    mars: 'What is the weather on Mars?',
    home: 'home',
    nothingYet: /0of30items/u,
    next: 'next',
    partly: /^Partly/u,
    undo: /^Take it back/u,
    item: 'item 4',
    unknown: /^Don’t know/u,
    progress: 'progress',
    oneUnknown: /1of30items.*Don’tknow:1/u,
    list: 'list',
    more: /^Who, by when|^More/u,
    settings: 'settings',
    print: 'print',
    digests: ['digest', 'digest send', 'last digest'],
    hello: 'hello',
  },
} as const

it.each(LANGS)('shows a manager the same on Slack, Teams and the web, in %s', async (lang) => {
  await promote('slack:T1', 'slack:T1:U1')
  await promote(`teams:${BOT_TENANT}`, `teams:${BOT_TENANT}:aad-U1`)
  const ways = [onSlack(shop, 'U1', lang), onTeams(office, 'U1'), onWeb(composed, lang)]
  const say = (text: string) => same(ways, (way) => way.say(text))
  const press = (name: RegExp) => same(ways, (way) => way.press(name))
  const send = (values: Readonly<Record<string, string>>) => same(ways, (way) => way.send(values))
  const story = STORIES[lang]

  await say(story.mars)
  const answer = await say(story.quit)
  expect(answer.sources[0]).toBe('[1] CPS.IP-9')
  const evidence = await same(ways, (way) => way.follow(story.evidence))
  expect(evidence.sources[0]).toBe('[1] CPS.IP-9')
  const home = await say(story.home)
  expect(home.said).toMatch(story.nothingYet)
  const item = await say(story.next)
  expect(item.buttons.length).toBeGreaterThan(5)
  const form = await press(story.partly)
  expect(form.fields[0]?.options.length).toBeGreaterThan(1)
  await send({})
  await press(story.undo)
  await say(story.item)
  await press(story.unknown)
  const progress = await say(story.progress)
  expect(progress.said).toMatch(story.oneUnknown)
  await say(story.list)
  await say(story.next)
  await press(story.more)
  await say(story.settings)
  await say(story.print)
  for (const asked of story.digests) expect((await say(asked)).said).not.toBe('')
  await say(story.hello)
})

it('shows an operator the same letters on Slack, Teams and the web, and sends one again from each', async () => {
  const people = ['slack:T1:U1', `teams:${BOT_TENANT}:aad-U1`, 'web:local:owner']
  for (const person of people) await store.operators.add(person, new Date())
  for (const period of ['2027-W01', '2027-W02', '2027-W03']) await leaveUncertain(period)
  const ways = [onSlack(shop, 'U1', 'ja'), onTeams(office, 'U1'), onWeb(composed, 'ja')]
  const list = await same(ways, (way) => way.say('届いていない手紙'))
  expect(list.said).toMatch(/届いていないお知らせ（3件）.*届いたか分かりません：HTTP500/u)
  expect(list.buttons).toHaveLength(3)
  for (const way of ways) {
    await way.say('届いていない手紙')
    expect((await way.press(/花|社員/u)).said).toContain('さんに送り直します')
  }
  expect(await store.ledger.record.stuck(10)).toEqual([])
})

/** A digest to U1 of Slack, of which nobody knows whether it arrived. */
async function leaveUncertain(period: string): Promise<void> {
  const visitor = await store.firms.welcome({
    workspace: 'slack:T1',
    person: 'slack:T1:U1',
    name: '社員U1',
    standing: 'member',
    place: 'private',
  })
  if (visitor === undefined) throw new Error('nobody was welcomed')
  const now = new Date()
  const letter = {
    firm: visitor.firm.id,
    kind: 'week',
    period,
    recipient: visitor.member.id,
    at: now,
    instead: [],
  } as const
  await store.ledger.planning.write([letter], now)
  const [line] = await store.ledger.record.of(letter.firm, letter)
  const taken = await store.ledger.sending.take(line?.id ?? '', now)
  if (taken === undefined) throw new Error('the letter was not to be had')
  await store.ledger.sending.settle(taken, { kind: 'uncertain', reason: 'HTTP 500' }, now)
}

it('refuses staff the same on Slack and Teams', async () => {
  const ways = [onSlack(shop, 'U2', 'ja'), onTeams(office, 'U2')]
  await same(ways, (way) => way.say('ホーム'))
  await same(ways, (way) => way.say('メンバー'))
  await same(ways, (way) => way.say('ダイジェスト'))
  for (const way of ways) expect((await way.say('届いていない手紙')).said).toMatch(/運用者だけ/u)
})

it('tells a guest the same on Slack and Teams, and nothing of the firm', async () => {
  shop.slack.knows('UG', { is_restricted: true, profile: { display_name: '社員U9' } })
  office.connector.knows('29:UG', { userRole: 'guest' })
  const ways = [onSlack(shop, 'UG', 'ja'), onTeams(office, 'UG')]
  const refused = await same(ways, (way) => way.say('進捗'))
  expect(refused.said).not.toMatch(/件/u)
  const answered = await same(ways, (way) => way.say('辞めた人のメールはどうする？'))
  expect(answered.sources[0]).toBe('[1] CPS.IP-9')
})
