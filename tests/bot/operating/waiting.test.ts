import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandIn } from '../../../bot/commands.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { managed, openPost, type Post } from '../digest/open-post.ts'
import { buttonsOf, person, textOf } from '../firms/desk.ts'

const AKIRA = person('Akira', 'slack:T9')
const BOSS = person('Yamada', 'slack:T1')
const WAITING = 'letters waiting'

let post: Post
beforeAll(async () => {
  post = await openPost()
  await post.store.operators.add(AKIRA.person, post.now.value)
})
afterAll(() => post.close())

/** A digest of that week to the manager of 山田製作所, and what the platform says to it. */
async function posted(period: string, at: string, outcome: Parameters<Post['next']>[0]) {
  const { firm, member, room } = await managed(post, BOSS, '山田製作所')
  await room.append(doing(answered('CK-01')))
  const letter = { firm: firm.id, kind: 'week', period, recipient: member.id, at: new Date(at), instead: [] } as const
  await post.store.ledger.planning.write([letter], post.now.value)
  post.next(outcome)
  await post.deliver()
  return { firm, member }
}

describe('typed words', () => {
  it.each([
    'letters waiting',
    'Undelivered',
    'undelivered digests',
    '届いていない手紙',
    '届いていないお知らせ',
    '未達のお知らせ一覧',
  ])('%s opens the list', (text) => {
    expect(commandIn(text)).toEqual({ kind: 'letters_waiting' })
  })

  it.each(['メールが届いていない', 'a letter is waiting for me', '届いていない手紙はどこで見ますか'])(
    '%s is a question',
    (text) => {
      expect(commandIn(text)).toBeUndefined()
    },
  )
})

describe('letters that wait for a person', () => {
  it('are listed with firm, recipient, day and reason, and nothing of what they tell', async () => {
    await posted('2027-W01', '2027-01-05T01:00:00Z', { kind: 'uncertain', reason: 'HTTP 500' })
    const { firm, member } = await posted('2027-W02', '2027-01-12T01:00:00Z', {
      kind: 'failed',
      reason: 'user_not_found',
    })
    const reply = await post.type(AKIRA, WAITING)
    expect(reply).toMatchObject({ audience: 'speaker', shows: 'letters_waiting' })
    expect(reply.blocks[0]).toEqual({ kind: 'heading', text: 'Letters waiting: 2' })
    expect(reply.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))).toEqual([
      { label: '山田製作所: Yamada', value: 'Weekly digest, 5 January 2027. May or may not have arrived: HTTP 500' },
      {
        label: '山田製作所: Yamada',
        value: 'Weekly digest, 12 January 2027. Could not be sent: no way to the recipient is left: user_not_found',
      },
    ])
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
      '山田製作所: Yamada, 5 January 2027',
      '山田製作所: Yamada, 12 January 2027',
    ])
    const told = await post.store.ledger.archive.told({
      firm: firm.id,
      kind: 'week',
      period: '2027-W01',
      recipient: member.id,
    })
    if (told?.data.kind !== 'week') throw new Error('nothing was told')
    const titles = [...told.data.done, ...told.data.unknowns].flatMap(({ title }) => Object.values(title))
    expect(titles.length).toBeGreaterThan(0)
    for (const title of titles) expect(textOf(reply)).not.toContain(title)
  })

  it('are sent again when an operator presses it, once', async () => {
    const { firm, member } = await managed(post, BOSS, '山田製作所')
    const button = buttonsOf(await post.type(AKIRA, WAITING))[0]
    if (button === undefined) throw new Error('no button')
    const after = await post.press(AKIRA, button.action)
    expect(textOf(after)).toContain('It goes to Yamada of 山田製作所 again')
    expect(buttonsOf(after)).toHaveLength(1)
    const { person: who, workspace } = BOSS
    await post.store.addressBook.remember({ person: who, platform: 'test', workspace, address: { to: who } })
    const shown = await post.deliver()
    expect(shown.map(({ shows }) => shows)).toContain('digest')
    expect(await post.store.ledger.record.sent(firm.id, 10)).toContainEqual(
      expect.objectContaining({ period: '2027-W01', recipient: member.id, state: 'sent' }),
    )
    expect(textOf(await post.press(AKIRA, button.action))).toContain('waits no longer')
  })

  it('are told of in Japanese, reasons of Shirube’s own included', async () => {
    const reply = await post.press(AKIRA, { kind: 'resend_letter', letter: 'none', lang: 'ja' })
    expect(textOf(reply)).toContain('送れませんでした：本人へ送る手段がありません：user_not_found')
    expect(reply.lang).toBe('ja')
  })

  it('say when the planner has stopped', async () => {
    expect(textOf(await post.type(AKIRA, WAITING))).toContain('No letters have been planned yet')
    const plan = { letters: [], turns: [], now: post.now.value, trouble: undefined }
    await post.store.ledger.planning.plan(plan)
    expect(textOf(await post.type(AKIRA, WAITING))).toContain('planned within the minute')
    post.now.value = new Date(post.now.value.getTime() + 25 * 60_000)
    expect(textOf(await post.type(AKIRA, WAITING))).toContain('25 min ago: sending has stopped')
  })
})

describe('whoever is no operator', () => {
  it('is refused, with who can and how to become one, managers included', async () => {
    for (const speaker of [BOSS, person('Tanaka'), person('Owner', 'web:local', 'owner')])
      for (const action of [{ kind: 'letters_waiting' }, { kind: 'resend_letter', letter: 'x', lang: 'en' }] as const) {
        const reply = await post.press(speaker, action)
        expect(textOf(reply)).toContain('Only an operator of this Shirube')
        expect(textOf(reply)).toContain(`operator add ${speaker.person}`)
        expect(textOf(reply)).not.toContain('山田製作所')
        expect(buttonsOf(reply)).toEqual([])
      }
  })

  it('is refused as a guest, whoever they are at home', async () => {
    const reply = await post.type({ ...AKIRA, standing: 'guest' }, WAITING)
    expect(textOf(reply)).toContain('Only an operator')
    expect(textOf(reply)).not.toContain('operator add')
  })

  it('is nobody any more once removed', async () => {
    const ben = person('Ben', 'slack:T9')
    await post.store.operators.add(ben.person, post.now.value)
    expect(textOf(await post.type(ben, WAITING))).toContain('Letters waiting')
    await post.store.operators.remove(ben.person)
    expect(textOf(await post.type(ben, WAITING))).toContain('Only an operator')
  })

  it('reads nothing along: in a channel even an operator is sent to their personal chat', async () => {
    const reply = await post.type({ ...AKIRA, place: 'public' }, WAITING)
    expect(textOf(reply)).toContain('personal chat')
    expect(textOf(reply)).not.toContain('山田製作所')
  })
})
