import { expect, it } from 'vitest'
import { answered, doing } from '../contracts/doings.ts'
import { somebody } from '../contracts/open-firms.ts'
import { openRunningStore } from './running-store.ts'

const { store, run } = await openRunningStore()

/** With one manager, who has answered one item. */
async function firmWithManager(): Promise<string> {
  const firm = (await store.firms.welcome(somebody(undefined, 'owner')))?.firm.id ?? ''
  await store.firms.room(firm).append(doing(answered('CK-01')))
  return firm
}

it('previews a digest and plans nothing', { timeout: 60_000 }, async () => {
  const firm = await firmWithManager()
  const { code, stdout, stderr } = await run('digest', 'preview', '--firm', firm, '--lang', 'en')
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('of 30 items') as unknown })
  expect(stderr).toContain('nothing was sent. 1 manager gets it.')
  expect(await store.ledger.record.sent(firm, 10)).toEqual([])
})

it('plans a week’s digest once, however often it is asked to', { timeout: 60_000 }, async () => {
  const firm = await firmWithManager()
  const [first, second] = [
    await run('digest', 'send', '--firm', firm, '--week', '2026-W10'),
    await run('digest', 'send', '--firm', firm, '--week', '2026-W10'),
  ]
  expect(first.stderr).toContain('1 planned')
  expect(second.stderr).toContain('Nothing new was planned')
  expect(await store.ledger.record.sent(firm, 10)).toMatchObject([
    { kind: 'week', period: '2026-W10', state: 'planned' },
  ])
})

it('lists what needs a person, and plans it anew when told to', { timeout: 60_000 }, async () => {
  const firm = await firmWithManager()
  await run('digest', 'send', '--firm', firm, '--week', '2026-W11')
  const id = (await store.ledger.record.sent(firm, 1))[0]?.id ?? ''
  const taken = await store.ledger.sending.take(id, new Date())
  if (taken === undefined) throw new Error('the letter was not to be had')
  await store.ledger.sending.settle(taken, { kind: 'failed', reason: 'user_not_found' }, new Date())
  expect((await run('digest', 'waiting')).stdout).toMatch(new RegExp(`^${id}  failed .* user_not_found$`, 'mu'))
  expect((await run('digest', 'resend', id)).stdout).toContain('planned')
  expect(await run('digest', 'resend', id)).toMatchObject({ code: 1 })
})

it.each(['digest', 'digest preview --firm x --week 48', 'digest resend', 'digest send'])(
  'does not know %s',
  async (line) => {
    expect(await run(...line.split(' '))).toMatchObject({ code: 2, stdout: '' })
  },
  60_000,
)
