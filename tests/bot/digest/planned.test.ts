import { afterAll, beforeAll, expect, it } from 'vitest'
import { about, doing } from '../../contracts/doings.ts'
import { person } from '../firms/desk.ts'
import { managed, openPost, type Post } from './open-post.ts'

const BOSS = person('Yamada')

let post: Post
beforeAll(async () => {
  post = await openPost()
})
afterAll(() => post.close())

it('reminds who asked for it while the firm’s digest is off, at the digest’s hours', async () => {
  const { firm, member, room } = await managed(post, BOSS, '山田製作所')
  await room.changeFirm((before) => ({ ...before, settings: { digest: { on: false, day: 2, time: '10:00' } } }))
  await room.changeMember(member.id, (before) => ({ ...before, reminders: 'on' }))
  await room.append(
    doing(
      { kind: 'owner_set', ...about('CK-01'), owner: member.id },
      { kind: 'due_set', ...about('CK-01'), due: '2027-02-05' },
    ),
  )
  post.now.value = new Date('2027-02-01T03:00:00Z')
  await post.plan()
  post.now.value = new Date('2027-02-02T00:59:00Z')
  await post.plan()
  expect(await post.store.ledger.record.sent(firm.id, 10)).toEqual([])
  post.now.value = new Date('2027-02-02T01:01:00Z')
  await post.plan()
  expect(await post.store.ledger.record.sent(firm.id, 10)).toMatchObject([{ kind: 'day', state: 'planned' }])
  expect(await post.deliver()).toMatchObject([{ shows: 'reminder' }])
})

it('plans no digest from before it was turned on again', async () => {
  const [first] = await post.store.ledger.planning.firms()
  const room = post.store.firms.room(first?.firm.id ?? '')
  await room.changeFirm((before) => ({ ...before, settings: { digest: { on: true, day: 2, time: '10:00' } } }))
  await post.plan()
  post.now.value = new Date('2027-02-09T01:01:00Z')
  await post.plan()
  const weeks = await post.store.ledger.record.sent(first?.firm.id ?? '', 10)
  expect(weeks.filter(({ kind }) => kind === 'week').map(({ period }) => period)).toEqual(['2027-W06'])
})
