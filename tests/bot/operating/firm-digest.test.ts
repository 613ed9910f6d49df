import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandIn } from '../../../bot/commands.ts'
import { answered, doing } from '../../contracts/doings.ts'
import { managed, openPost, type Post } from '../digest/open-post.ts'
import { buttonsOf, person, textOf } from '../firms/desk.ts'

const AKIRA = person('Akira', 'slack:T9')
const BOSS = person('Yamada', 'slack:T1')

let post: Post
let firm: string
beforeAll(async () => {
  post = await openPost()
  await post.store.operators.add(AKIRA.person, post.now.value)
  const opened = await managed(post, BOSS, '山田製作所')
  await opened.room.append(doing(answered('CK-01')))
  firm = opened.firm.id
})
afterAll(() => post.close())

it.each(['digest send', 'send the digest to', 'ダイジェストを送る', '週のまとめを送って'])(
  '“%s” and a firm’s id ask for it',
  (words) => {
    expect(commandIn(`${words} ${firm}`)).toEqual({ kind: 'firm_digest', firm })
  },
)

it('sends a firm’s digest to the managers who have none, once, and shows nothing of it', async () => {
  const asked = await post.type(AKIRA, `digest send ${firm}`)
  expect(textOf(asked)).toContain('The digest of 2 February 2027 is missing for 1 manager of 山田製作所')
  const [send] = buttonsOf(asked)
  if (send === undefined) throw new Error('no button')
  const done = await post.press(AKIRA, send.action)
  expect(textOf(done)).toContain('It goes to 1 manager')
  expect(await post.deliver()).toMatchObject([{ shows: 'digest' }])
  expect(textOf(await post.press(AKIRA, send.action))).toContain('goes to 0 managers')
  const after = await post.type(AKIRA, `digest send ${firm}`)
  expect(textOf(after)).toContain('Every manager of 山田製作所')
  expect(buttonsOf(after).map(({ label }) => label)).toEqual(['Letters waiting'])
  for (const reply of [asked, done, after]) expect(textOf(reply)).not.toMatch(/CK-|items/u)
})

it('is refused to a firm’s own manager, who learns of no firm', async () => {
  const reply = await post.type(BOSS, `digest send ${firm}`)
  expect(textOf(reply)).toContain('Only an operator')
  expect(textOf(reply)).not.toContain('山田製作所')
})

it('knows no firm that isn’t there, and none that wants no digest', async () => {
  expect(textOf(await post.press(AKIRA, { kind: 'firm_digest', firm: 'nobody' }))).toContain('no firm of that id')
  const digest = { on: false, day: 2, time: '10:00' }
  await post.store.firms.room(firm).changeFirm((before) => ({ ...before, settings: { digest } }))
  for (const action of [
    { kind: 'firm_digest', firm },
    { kind: 'send_firm_digest', firm, lang: 'en' },
  ] as const)
    expect(textOf(await post.press(AKIRA, action))).toContain('had no digest due')
})
