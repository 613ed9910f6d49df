import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandIn } from '../../../bot/commands.ts'
import { digestReply } from '../../../bot/digest/reply.ts'
import type { Speaker } from '../../../bot/event.ts'
import type { Reply } from '../../../bot/reply.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { buttonsOf, person, textOf } from '../firms/desk.ts'
import { managed, openPost, type Post } from './open-post.ts'

const TUESDAY = '2027-02-02T01:00:00Z'
const SEND = 'digest send'

let post: Post
beforeAll(async () => {
  post = await openPost()
})
afterAll(() => post.close())

let firms = 0
/** A firm of its own, with one manager, on Tuesday just after ten. */
async function openFirm() {
  firms += 1
  post.now.value = new Date('2027-02-02T01:05:00Z')
  const boss = person('Yamada', `slack:T${firms}`)
  const opened = await managed(post, boss, `会社${firms}`)
  await opened.room.append(doing(answered('CK-01')))
  return { boss, ...opened }
}

async function pressed(speaker: Speaker, reply: Reply, label: string): Promise<Reply> {
  const button = buttonsOf(reply).find((one) => one.label === label)
  if (button === undefined) throw new Error(`no button ${label} in ${textOf(reply)}`)
  return post.press(speaker, button.action)
}

const factsOf = ({ blocks }: Reply) => blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))

async function sent(speaker: Speaker): Promise<Reply> {
  const before = await post.deliver()
  await pressed(speaker, await post.type(speaker, SEND), 'Send it')
  const after = await post.deliver()
  expect(after).toHaveLength(before.length + 1)
  const last = after.at(-1)
  if (last === undefined) throw new Error('nothing came')
  return last
}

describe('typed words', () => {
  it.each(['digest send', 'Send me the digest', '週のまとめを送って', 'ダイジェストを送る'])(
    '%s asks for it',
    (text) => {
      expect(commandIn(text)).toEqual({ kind: 'send_digest_form' })
    },
  )

  it.each(['last digest', 'show me the last digest', '先週のお知らせ', '前回の週のまとめ'])(
    '%s shows the last',
    (text) => {
      expect(commandIn(text)).toEqual({ kind: 'last_digest' })
    },
  )

  it('digest 2026-W48 shows that week’s', () => {
    expect(commandIn('digest 2026-W48')).toEqual({ kind: 'last_digest', period: '2026-W48' })
  })
})

describe('a manager who asks for the digest', () => {
  it('gets the one whose time came last, once', async () => {
    const { boss, firm } = await openFirm()
    const asked = await post.type(boss, SEND)
    expect(textOf(asked)).toContain('The digest of 2 February 2027 hasn’t been sent to you')
    expect(await post.store.ledger.record.sent(firm.id, 10)).toEqual([])
    expect(await sent(boss)).toMatchObject({ shows: 'digest' })
    expect(textOf(await post.type(boss, SEND))).toContain('has been sent')
    await post.press(boss, { kind: 'send_digest' })
    expect(await post.store.ledger.record.sent(firm.id, 10)).toMatchObject([
      { kind: 'week', period: '2027-W05', state: 'sent', at: new Date(TUESDAY) },
    ])
  })

  it('gets the same numbers as a colleague who got it before', async () => {
    const { boss, firm, room } = await openFirm()
    const first = await sent(boss)
    await room.append(doing(answered('CK-02'), answered('CK-03')))
    const other = person('Suzuki', boss.workspace)
    await managed(post, other, firm.name)
    expect(factsOf(await sent(other))).toEqual(factsOf(first))
  })

  it('sends one again that may not have arrived', async () => {
    const { boss } = await openFirm()
    post.next({ kind: 'uncertain', reason: 'HTTP 500' })
    await pressed(boss, await post.type(boss, SEND), 'Send it')
    const before = await post.deliver()
    const asked = await post.type(boss, SEND)
    expect(textOf(asked)).toContain('may or may not have arrived')
    await pressed(boss, asked, 'Send it again')
    expect(await post.deliver()).toHaveLength(before.length + 1)
  })

  it('fills the message that is there when one is sent again that could not be filled', async () => {
    const { boss } = await openFirm()
    const before = await post.deliver()
    post.nextFill({ kind: 'failed', reason: 'cant_update_message' })
    await pressed(boss, await post.type(boss, SEND), 'Send it')
    expect((await post.deliver()).slice(before.length).map(({ shows }) => shows)).toEqual([undefined])
    await pressed(boss, await post.type(boss, SEND), 'Send it again')
    expect((await post.deliver()).slice(before.length).map(({ shows }) => shows)).toEqual(['digest'])
  })

  it('gets another message where the first one is gone', async () => {
    const { boss, firm } = await openFirm()
    post.nextFill({ kind: 'failed', reason: 'cant_update_message' })
    await pressed(boss, await post.type(boss, SEND), 'Send it')
    const before = await post.deliver()
    await pressed(boss, await post.type(boss, SEND), 'Send it again')
    post.nextFill({ kind: 'failed', reason: 'message_not_found' })
    expect(await post.deliver()).toHaveLength(before.length + 1)
    expect(await post.store.ledger.record.sent(firm.id, 1)).toMatchObject([{ state: 'sent' }])
  })

  it('is told that nothing had changed, and waits for nothing', async () => {
    const { boss } = await openFirm()
    await sent(boss)
    post.now.value = new Date('2027-02-09T02:00:00Z')
    const asked = await post.type(boss, SEND)
    expect(textOf(asked)).toContain('Nothing had changed by 9 February 2027')
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['How things are now'])
    expect(textOf(await post.type(boss, 'digest'))).toContain('as things are it won’t come')
  })

  it('hears that it is off, or stopped for them, and where that changes', async () => {
    const { boss, room, member } = await openFirm()
    await room.changeMember(member.id, (before) => ({ ...before, digest: 'off' }))
    expect(textOf(await post.type(boss, SEND))).toContain('You have stopped your weekly digest')
    const digest = { on: false, day: 2, time: '10:00' }
    await room.changeFirm((before) => ({ ...before, settings: { digest } }))
    expect(buttonsOf(await post.type(boss, SEND))).toMatchObject([{ action: { kind: 'digest_settings' } }])
  })

  it('is a manager: staff are refused', async () => {
    const { boss } = await openFirm()
    const staff = person('Tanaka', boss.workspace)
    for (const text of [SEND, 'last digest']) expect(textOf(await post.type(staff, text))).toContain('Only a manager')
    expect(textOf(await post.press(staff, { kind: 'send_digest' }))).toContain('Only a manager')
  })
})

describe('a preview', () => {
  it('compares with the digest the firm got before, however long ago', async () => {
    const { boss, room } = await openFirm()
    expect(textOf(await post.type(boss, 'digest'))).toContain('It would be the first one')
    await sent(boss)
    post.now.value = new Date('2027-03-02T01:00:00Z')
    await room.append({ ...doing(answered('CK-02')), at: new Date('2027-02-04T02:00:00Z') })
    const preview = await post.type(boss, 'digest')
    expect(factsOf(preview)[0]?.value).toContain('(+1 since 2 February)')
    expect(factsOf(preview)).toEqual(factsOf(await sent(boss)))
  })
})

describe('the last digest', () => {
  it('is shown as it was told, with its hash, whatever has changed since', async () => {
    const { boss, firm, member, room } = await openFirm()
    expect(textOf(await post.type(boss, 'last digest'))).toContain('No weekly digest has been sent yet')
    const first = await sent(boss)
    await room.append(doing(answered('CK-02')))
    const again = await post.type(boss, 'last digest')
    expect(factsOf(again)).toEqual(factsOf(first))
    const which = { firm: firm.id, kind: 'week', period: '2027-W05', recipient: member.id } as const
    const told = await post.store.ledger.archive.told(which)
    expect(textOf(again)).toContain(told?.hash)
    expect(factsOf(await post.type(boss, 'digest 2027-W05'))).toEqual(factsOf(first))
    expect(textOf(await post.type(boss, 'digest 2027-W04'))).toContain('no record of a digest of 2027-W04')
    expect(told?.data.kind === 'week' && digestReply(told.data, 'en').blocks.length).toBeGreaterThan(0)
  })

  it('is another firm’s for nobody', async () => {
    const { boss } = await openFirm()
    await sent(boss)
    const stranger = await openFirm()
    expect(textOf(await post.type(stranger.boss, 'digest 2027-W05'))).toContain('no record')
  })
})
