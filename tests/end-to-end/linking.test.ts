import { beforeAll, describe, expect, it } from 'vitest'
import type { Speaker } from '../../bot/event.ts'
import type { CodePurpose } from '../../bot/firms/codes.ts'
import { codeWordsIn } from '../../bot/words/codes.ts'
import { composeBot } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import { buttonNamed as buttonInSlack, openShop, textOf } from '../adapters/slack/shop.ts'
import type { Call } from '../adapters/slack/stand-in.ts'
import { openReadyStore } from '../adapters/store/ready-store.ts'
import type { Sent } from '../adapters/teams/connector.ts'
import { buttonNamed as buttonInTeams, openOffice } from '../adapters/teams/office.ts'
import { SHARED_DATA } from '../bot/composed.ts'

const { store } = await openReadyStore()
const { bot } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)

/** One person in the chat of one workspace, who presses what they see. Every doing answers what they are shown. */
type Chat = Readonly<{
  speaker: Speaker
  show(text: string): Promise<string>
  pressOn(text: string, button: RegExp): Promise<string>
  enter(code: string): Promise<string>
  close(): Promise<void>
}>

let workspaces = 0
const speakerIn = (workspace: string, id: string): Speaker => ({
  workspace,
  person: `${workspace}:${id}`,
  name: id,
  standing: 'member',
  place: 'private',
})

async function openSlack(): Promise<Chat> {
  const team = `T${(workspaces += 1)}`
  const shop = await openShop({ store, bot, mode: 'http', team })
  const leadsTo = async (method: string, doing: () => Promise<unknown>): Promise<Call> => {
    const seen = shop.slack.done(method).length
    await doing()
    await expect.poll(() => shop.slack.done(method).length, { timeout: 10_000 }).toBeGreaterThan(seen)
    return shop.slack.done(method)[seen] ?? fail()
  }
  const say = (text: string) => leadsTo('chat.postMessage', () => shop.direct(text))
  return {
    speaker: speakerIn(`slack:${team}`, 'U1'),
    show: async (text) => textOf(await say(text)),
    async pressOn(text, name) {
      const card = await say(text)
      return textOf(await leadsTo('chat.postMessage', () => shop.press(card, buttonInSlack(card, name))))
    },
    async enter(code) {
      const offer = await say('コード')
      const opened = await leadsTo('views.open', () => shop.press(offer, buttonInSlack(offer, /入力する/u)))
      const answered = await shop.submit(opened.args['view'] as Readonly<Record<string, unknown>>, { code })
      if (answered !== undefined) return JSON.stringify(answered)
      await expect.poll(() => shop.open()).toBe(0)
      return textOf(shop.slack.done('chat.update').at(-1) ?? fail())
    },
    close: () => shop.close(),
  }
}

async function openTeams(): Promise<Chat> {
  const tenant = `tenant-${(workspaces += 1)}`
  const office = await openOffice({ store, bot, tenant })
  const leadsTo = async (doing: () => Promise<unknown>): Promise<Sent> => {
    await expect.poll(() => office.open()).toBe(0)
    const seen = office.connector.messages().length
    await doing()
    await expect.poll(() => office.connector.messages().length, { timeout: 10_000 }).toBeGreaterThan(seen)
    return office.connector.messages()[seen] ?? fail()
  }
  const shown = ({ activity }: Sent): string => JSON.stringify(activity)
  return {
    speaker: speakerIn(`teams:${tenant}`, 'aad-U1'),
    show: async (text) => shown(await leadsTo(() => office.say(text))),
    async pressOn(text, name) {
      const card = await leadsTo(() => office.say(text))
      return shown(await leadsTo(() => office.press(card, buttonInTeams(card.activity, name))))
    },
    async enter(code) {
      const form = await leadsTo(() => office.say('コード'))
      const button = buttonInTeams(form.activity, /^送る/u)
      return shown(await leadsTo(() => office.press(form, button, { values: { code } })))
    },
    close: () => office.close(),
  }
}

const fail = (): never => {
  throw new Error('it was there a moment ago')
}

const firmOf = async ({ speaker }: Chat) => (await store.firms.welcome(speaker))?.firm.id ?? ''
const issue = async (chat: Chat, purpose: CodePurpose, at = new Date()): Promise<string> => {
  const visitor = await store.firms.welcome(chat.speaker)
  const wanted = { purpose, firm: visitor?.firm.id ?? '', at, minutes: 10 }
  return store.codes.issue({ ...wanted, ...(purpose !== 'manager' && { member: visitor?.member.id ?? '' }) })
}
const becomesManager = async (chat: Chat): Promise<void> => {
  await store.codes.redeem({ code: await issue(chat, 'manager'), speaker: chat.speaker, at: new Date() })
}
const codeIn = (shown: string): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(shown)?.[0] ?? 'none'
/** What follows the two numbers, as far as the same card shows it on both. */
const numbersIn = (shown: string): readonly string[] => [...shown.matchAll(/\d+件のうち\d+件/gu)].map(([one]) => one)
const { refused, granted } = codeWordsIn('ja')

const OPEN = { Slack: openSlack, Teams: openTeams }

describe.each([
  ['Slack', 'Teams'],
  ['Teams', 'Slack'],
] as const)('a firm of %s that is joined by %s', (from, to) => {
  let first: Chat
  let second: Chat
  let stranger: Chat
  beforeAll(async () => {
    first = await OPEN[from]()
    second = await OPEN[to]()
    stranger = await OPEN[to]()
    await becomesManager(first)
    return async () => {
      for (const chat of [first, second, stranger]) await chat.close()
    }
  })
  let code: string

  it('is not joined by a code that is wrong, too old, or another firm’s', async () => {
    expect(await second.enter('XXXX-XXXX')).toContain(refused.unknown)
    const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000)
    expect(await second.enter(await issue(first, 'workspace', elevenMinutesAgo))).toContain(refused.expired)
    expect(await second.enter(await issue(first, 'link'))).toContain(refused.other_firm)
    expect(await firmOf(second)).not.toBe(await firmOf(first))
  })

  it('is joined by the code that its manager made', async () => {
    code = codeIn(await first.pressOn('メンバー', /^別のチャットも同じ会社にする/u))
    expect(await second.enter(code)).toContain(granted.workspace(''))
    expect(await firmOf(second)).toBe(await firmOf(first))
    const [here, there] = await Promise.all([first, second].map(({ speaker }) => store.firms.welcome(speaker)))
    expect(there?.member).toEqual(here?.member)
  })

  it('is not joined by the same code again', async () => {
    expect(await stranger.enter(code)).toContain(refused.used)
    expect(await firmOf(stranger)).not.toBe(await firmOf(first))
  })

  it('has one checklist and one progress from then on', async () => {
    await first.pressOn('次', /^できている/u)
    await second.pressOn('次', /^できている/u)
    const log = await store.firms.room(await firmOf(first)).log()
    expect(log.filter(({ done }) => done.kind === 'answered')).toHaveLength(2)
    const [here, there] = [numbersIn(await first.show('進捗')), numbersIn(await second.show('進捗'))]
    expect(here.length).toBeGreaterThan(0)
    expect(there).toEqual(here)
  })

  it('is not joined by a chat that keeps a checklist of its own', async () => {
    await stranger.pressOn('次', /^できている/u)
    const another = codeIn(await first.pressOn('メンバー', /^別のチャットも同じ会社にする/u))
    expect(await stranger.enter(another)).toContain(refused.in_use)
  })
})
