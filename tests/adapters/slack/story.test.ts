import { beforeAll, describe, expect, it } from 'vitest'
import type { Speaker } from '../../../bot/event.ts'
import { composeBot } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { buttonNamed, buttonsOn, KEY, MANY, openShop, textOf, type Shop } from './shop.ts'
import type { Call } from './stand-in.ts'

const { store } = await openReadyStore()
const { bot } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)

describe.each(['http', 'socket'] as const)('a firm and its Slack, over %s', (mode) => {
  const team = `T-${mode}`
  const workspace = `slack:${team}`
  const boss: Speaker = { workspace, person: `${workspace}:U1`, name: 'U1', standing: 'member', place: 'private' }
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop({ store, bot, mode, team, tokens: MANY })
    return () => shop.close()
  })

  /** The next call of a method after so many. */
  const next = async (method: string, seen: number): Promise<Call> => {
    await expect.poll(() => shop.slack.done(method).length, { timeout: 10_000 }).toBeGreaterThan(seen)
    const call = shop.slack.done(method)[seen]
    if (call === undefined) throw new Error('it was there a moment ago')
    return call
  }
  /** Does something and answers the call of a method that it leads to. */
  const leadsTo = async (method: string, doing: () => Promise<unknown>): Promise<Call> => {
    const seen = shop.slack.done(method).length
    await doing()
    return next(method, seen)
  }
  const viewOf = ({ args }: Call) => args['view'] as Readonly<Record<string, unknown>>
  let homeCard: Call
  let answer: Call
  let question: Readonly<{ ts: string }>

  it('is installed from a browser, its tokens sealed', async () => {
    const page = await fetch(`${shop.origin}/slack/install`)
    const state = /state=([^&"]+)/u.exec(await page.text())?.[1] ?? ''
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    const back = `${shop.origin}/slack/oauth_redirect?code=code-${team}&state=${state}`
    expect((await fetch(back, { headers: { cookie } })).status).toBe(200)
    expect(await store.installations(KEY).read(workspace)).toMatchObject({ bot: { token: `xoxe.xoxb-${team}` } })
  })

  it('shows both numbers and the next three items in the App Home, and the way to everything else', async () => {
    homeCard = await leadsTo('views.publish', () => shop.home())
    expect(homeCard).toMatchObject({ token: `xoxe.xoxb-${team}`, args: { user_id: 'U1' } })
    expect(textOf(homeCard)).toMatch(/答えた項目：30件のうち0件.*できている項目：30件のうち0件/u)
    expect(buttonsOn(homeCard).filter(({ text }) => text === 'できている')).toHaveLength(3)
    for (const door of [/^印刷/u, /^メンバー/u, /^設定/u]) buttonNamed(homeCard, door)
    expect((await store.firms.welcome(boss))?.member.name).toBe('社員U1')
  })

  it('makes somebody manager by a code typed into a modal', async () => {
    const visitor = await store.firms.welcome(boss)
    const wanted = { purpose: 'manager', firm: visitor?.firm.id ?? '', at: new Date(), minutes: 10 } as const
    const code = await store.codes.issue(wanted)
    const offer = await leadsTo('chat.postMessage', () => shop.direct('コード'))
    const opened = await leadsTo('views.open', () => shop.press(offer, buttonNamed(offer, /入力する/u)))
    const refused = await shop.submit(viewOf(opened), { code: 'XXXX-XXXX' })
    expect(refused).toMatchObject({ response_action: 'update' })
    const { view } = refused as { view: Readonly<Record<string, unknown>> }
    const granted = await leadsTo('chat.update', () => shop.submit(view, { code }))
    expect(granted.args).toMatchObject({ channel: 'DU1', ts: offer.ts })
    expect((await store.firms.welcome(boss))?.member.roles).toContain('manager')
  })

  it('asks about the firm in one modal after another, and again for what it cannot read', async () => {
    homeCard = await leadsTo('views.publish', () => shop.home())
    const people = await leadsTo('views.open', () =>
      shop.press(homeCard, buttonNamed(homeCard, /^会社のことを教える/u)),
    )
    const customers = await shop.submit(viewOf(people), { name: '中村製パン', vendor: '佐藤 03-0000-0000' })
    const before = (customers as { view: Readonly<Record<string, unknown>> }).view
    const again = await shop.submit(before, { asks: 'yes', who: '大手スーパー' })
    expect(JSON.stringify(again)).toContain('何を求められているか')
    expect(JSON.stringify(again)).toContain('大手スーパー')
    const tried = (again as { view: Readonly<Record<string, unknown>> }).view
    const workplace = await shop.submit(tried, { what: '★3' })
    const skipping = { method: 'views.open', args: workplace as Call['args'], token: '', ts: '' }
    const digest = await leadsTo('views.update', () => shop.press(skipping, buttonNamed(skipping, /とばす/u)))
    const finished = await leadsTo('views.publish', () => shop.submit(viewOf(digest), {}))
    buttonNamed(finished, /ホームに戻る/u)
    const firm = (await store.firms.welcome(boss))?.firm
    expect(firm).toMatchObject({
      name: '中村製パン',
      profile: { customer_asks: true },
      settings: { onboarding: 'done' },
    })
  })

  it('answers a mention in its thread, once, with its source and a status meanwhile', async () => {
    answer = await leadsTo('chat.postMessage', async () => {
      question = await shop.mention('辞めた人のメールはどうする？', { user: 'U2' })
    })
    expect(answer.args).toMatchObject({ channel: 'C1', thread_ts: question.ts, unfurl_links: 'false' })
    expect(textOf(answer)).toContain('CPS.IP-9')
    expect(shop.slack.done('assistant.threads.setStatus').at(-1)?.args).toMatchObject({ thread_ts: question.ts })
  })

  it('understands what follows in the thread', async () => {
    const more = await leadsTo('chat.postMessage', () =>
      shop.mention('証拠は何を残せばいい？', { user: 'U2', thread: question.ts }),
    )
    expect(more.args).toMatchObject({ thread_ts: question.ts })
    expect(textOf(more)).toContain('CPS.IP-9')
  })

  it('changes the card of an item in place when it is answered, and when the answer is taken back', async () => {
    const firm = (await store.firms.welcome(boss))?.firm.id ?? ''
    const lastDone = async () => (await store.firms.room(firm).log()).at(-1)?.done
    const step = await leadsTo('chat.postMessage', () => shop.direct('次'))
    const noted = await leadsTo('chat.postMessage', () => shop.press(step, buttonNamed(step, /^まだ/u)))
    const item = await leadsTo('chat.update', () => shop.press(noted, buttonNamed(noted, /^項目に戻る/u)))
    const done = await leadsTo('chat.update', () => shop.press(item, buttonNamed(item, /^できている/u)))
    expect(done.args).toMatchObject({ channel: 'DU1', ts: noted.ts })
    expect(await lastDone()).toMatchObject({ kind: 'answered', answer: { status: 'done' } })
    const undone = await leadsTo('chat.update', () => shop.press(done, buttonNamed(done, /^取り消す/u)))
    expect(undone.ts).toBe(noted.ts)
    expect(await lastDone()).toMatchObject({ kind: 'undone' })
  })

  it('says how far the firm is where only who asked can see it', async () => {
    const progress = await leadsTo('chat.postEphemeral', () => shop.mention('進捗'))
    expect(progress.args).toMatchObject({ channel: 'C1', user: 'U1' })
    expect(textOf(progress)).toContain('できている項目')
  })

  it('shares that with the channel when they say so, without the buttons', async () => {
    const asked: { ts?: string } = {}
    const progress = await leadsTo('chat.postEphemeral', async () => Object.assign(asked, await shop.mention('進捗')))
    const shared = await leadsTo('chat.postMessage', () =>
      shop.press(progress, buttonNamed(progress, /^チャンネルに共有/u)),
    )
    expect(shared.args).toMatchObject({ channel: 'C1', thread_ts: asked.ts })
    expect(textOf(shared)).toContain('できている項目')
    expect(textOf(shared)).toContain('社員U1さんが共有しました')
    expect(buttonsOn(shared)).toEqual([])
  })

  it('hears whether an answer helped, and why not, without keeping who said so', async () => {
    const before = (await store.feedback.counts()).find(({ about }) => about === 'CPS.IP-9')
    await leadsTo('chat.postEphemeral', () => shop.press(answer, buttonNamed(answer, /^役に立った/u), { user: 'U2' }))
    const why = await leadsTo('views.open', () =>
      shop.press(answer, buttonNamed(answer, /^役に立たなかった/u), { user: 'U2' }),
    )
    await leadsTo('chat.postEphemeral', () => shop.submit(viewOf(why), { reason: 'ことばが難しい' }, 'U2'))
    const after = (await store.feedback.counts()).find(({ about }) => about === 'CPS.IP-9')
    expect(after).toMatchObject({ helped: before?.helped ?? 0, didNotHelp: (before?.didNotHelp ?? 0) + 1 })
    expect(after?.reasons).toContain('ことばが難しい')
    expect(JSON.stringify(after)).not.toContain('U2')
  })

  it('is gone with its tokens and addresses when it is uninstalled', async () => {
    expect(await store.addressBook.find(boss.person)).toHaveLength(1)
    await shop.event({ type: 'app_uninstalled' })
    await expect.poll(() => store.installations(KEY).read(workspace)).toBeUndefined()
    expect(await store.addressBook.find(boss.person)).toEqual([])
    expect(shop.reported).toEqual([])
  })
})
