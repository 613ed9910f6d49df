import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../bot/reply.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { person, textOf } from '../firms/desk.ts'
import { managed, openPost, type Post } from './open-post.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(() => post.close())

describe('each manager', () => {
  /** A firm of its own with managers of these languages, met on a Monday. */
  async function openFirm(workspace: string, ...langs: readonly ('ja' | 'en')[]) {
    post.now.value = new Date('2027-03-01T03:00:00Z')
    const people = []
    for (const [n, lang] of langs.entries()) {
      const opened = await managed(post, person(`Manager${n}`, workspace), '山田製作所')
      await opened.room.changeMember(opened.member.id, (before) => ({ ...before, lang }))
      people.push(opened)
    }
    const [first] = people
    if (first === undefined) throw new Error('no manager')
    await first.room.append(doing(answered('CK-01')))
    await post.plan()
    return { ...first, people }
  }
  /** What comes on that Tuesday. */
  async function comes(day: string): Promise<readonly Reply[]> {
    const before = await post.deliver()
    post.now.value = new Date(`${day}T01:01:00Z`)
    await post.plan()
    return (await post.deliver()).slice(before.length)
  }
  const titles = (replies: readonly Reply[]) =>
    replies.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []))).toSorted()

  it('gets it in their own language, and none who stopped it until they want it back', async () => {
    const { room, people } = await openFirm('slack:T2', 'ja', 'en', 'en')
    const stopped = people[2]?.member.id ?? ''
    await room.changeMember(stopped, (before) => ({ ...before, digest: 'off' }))
    expect(titles(await comes('2027-03-02'))).toEqual(['Your week, 2 March 2027', '週のまとめ（2027年3月2日）'])
    await room.changeMember(stopped, (before) => {
      const { digest, ...wanting } = before
      return digest === 'off' ? wanting : before
    })
    await room.append({ ...doing(answered('CK-02')), at: new Date('2027-03-04T01:00:00Z') })
    expect(titles(await comes('2027-03-09'))).toHaveLength(3)
  })

  it('hears nothing of a quiet week, or a line where the firm chose so', async () => {
    const { room } = await openFirm('slack:T3', 'en')
    expect(await comes('2027-03-02')).toHaveLength(1)
    expect(await comes('2027-03-09')).toEqual([])
    await room.changeFirm((before) => ({
      ...before,
      settings: { digest: { on: true, day: 2, time: '10:00', quietWeek: 'line' } },
    }))
    const [line, ...others] = await comes('2027-03-16')
    expect(others).toEqual([])
    expect(line && textOf(line)).toContain('Nothing changed this week')
  })

  it('gets it where they were last seen, and elsewhere where that platform refuses it', async () => {
    const { room } = await openFirm('slack:T4', 'en')
    const who = { person: 'slack:T4:Manager0', workspace: 'slack:T4' }
    await post.store.addressBook.remember({ ...who, platform: 'teams', address: { to: 'there' } })
    await comes('2027-03-02')
    expect(post.places().at(-1)).toBe('teams')
    await room.append({ ...doing(answered('CK-02')), at: new Date('2027-03-04T01:00:00Z') })
    post.next({ kind: 'failed', reason: 'blocked' })
    await comes('2027-03-09')
    expect(post.places().at(-1)).toBe('test')
  })
})
