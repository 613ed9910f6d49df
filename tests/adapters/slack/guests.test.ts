import { beforeAll, describe, expect, it } from 'vitest'
import { composeBot } from '../../../compose.ts'
import { readConfig } from '../../../config.ts'
import { SHARED_DATA } from '../../bot/composed.ts'
import { openReadyStore } from '../store/ready-store.ts'
import { buttonNamed, buttonsOn, openShop, textOf, type Shop } from './shop.ts'
import type { Call } from './stand-in.ts'

const { store } = await openReadyStore()
const { bot } = await composeBot(readConfig({ DATA_DIR: SHARED_DATA }), store)

/** What a shared channel must not tell them. */
const FIRM_DATA = /のうち|件中|CK-\d\d|できている項目/u
const REFUSAL = 'チェックリストは、その会社の人だけが使えます'

/** Somebody from another company in a shared channel, and somebody whom the firm let into a few channels. */
const OUTSIDERS = [
  {
    who: 'somebody of another company',
    user: 'UOTHER',
    home: 'TOTHER',
    more: { user_team: 'TOTHER', source_team: 'TOTHER' },
    known: { is_stranger: true, team_id: 'TOTHER' },
  },
  { who: 'a guest of the workspace', user: 'UGUEST', home: undefined, more: {}, known: { is_restricted: true } },
] as const

describe.each(['http', 'socket'] as const)('a shared channel, over %s', (mode) => {
  const team = `T-guests-${mode}`
  let shop: Shop
  let card: Call
  beforeAll(async () => {
    shop = await openShop({ store, bot, mode, team })
    for (const { user, known } of OUTSIDERS) shop.slack.knows(user, known)
    return () => shop.close()
  })
  const leadsTo = async (method: string, doing: () => Promise<unknown>): Promise<Call> => {
    const seen = shop.slack.done(method).length
    await doing()
    await expect.poll(() => shop.slack.done(method).length, { timeout: 10_000 }).toBeGreaterThan(seen)
    const call = shop.slack.done(method)[seen]
    if (call === undefined) throw new Error('it was there a moment ago')
    return call
  }

  it('shows a member their next step where nobody else sees it', async () => {
    card = await leadsTo('chat.postEphemeral', () => shop.mention('次'))
    buttonNamed(card, /^できている/u)
  })

  describe.each(OUTSIDERS)('$who', ({ user, home = team, more }) => {
    const firm = async () => {
      const boss = {
        workspace: `slack:${team}`,
        person: `slack:${team}:U1`,
        name: 'U1',
        standing: 'member',
        place: 'private',
      } as const
      const visitor = await store.firms.welcome(boss)
      if (visitor === undefined) throw new Error('a member is a guest')
      const room = store.firms.room(visitor.firm.id)
      return { members: (await room.members()).length, entries: (await room.log()).length }
    }

    it('is answered from the documents, with sources, where everybody sees it', async () => {
      const answer = await leadsTo('chat.postMessage', () =>
        shop.mention('辞めた人のメールはどうする？', { user, more }),
      )
      expect(textOf(answer)).toContain('CPS.IP-9')
      expect(textOf(answer)).not.toMatch(FIRM_DATA)
    })

    it.each(['進捗', 'ホーム', '一覧', '設定', 'メンバー', '印刷'])(
      'is told who can, and shown nothing, for “%s”',
      async (asked) => {
        const refused = await leadsTo('chat.postMessage', () => shop.mention(asked, { user, more }))
        expect(textOf(refused)).toContain(REFUSAL)
        expect(textOf(refused)).not.toMatch(FIRM_DATA)
        expect(buttonsOn(refused)).toEqual([])
      },
    )

    it('writes nothing with a button that a member was shown, and changes nothing of the card', async () => {
      const before = await firm()
      const pressed = buttonNamed(card, /^できている/u)
      const as = { user: { id: user, team_id: home } }
      const refused = await leadsTo('chat.postMessage', () => shop.press(card, pressed, { user, more: as }))
      expect(textOf(refused)).toContain(REFUSAL)
      expect(await firm()).toEqual(before)
    })

    it('finds no firm in the App Home, and no way into one', async () => {
      const home = await leadsTo('views.publish', () => shop.home(user))
      expect(textOf(home)).toContain(REFUSAL)
      expect(textOf(home)).not.toMatch(FIRM_DATA)
    })
  })

  it('keeps nobody of them as a member, and no way to write to them', async () => {
    for (const { user } of OUTSIDERS)
      for (const home of [team, 'TOTHER']) expect(await store.addressBook.find(`slack:${home}:${user}`)).toEqual([])
    expect(shop.reported).toEqual([])
  })
})
