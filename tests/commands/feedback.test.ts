import { expect, it } from 'vitest'
import { openRunningStore } from './running-store.ts'

const { store, run } = await openRunningStore()

it('shows, beside a running bot, what helped fewest first, with reasons and without people', async () => {
  expect(await run('feedback')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('Nobody has said') as unknown,
  })
  const say = (by: string, about: string, reason?: string) =>
    store.feedback.keep({
      by,
      reply: 'r1',
      about,
      helped: reason === undefined,
      ...(reason !== undefined && { reason }),
    })
  await say('slack:T1:U1', 'CPS.AC-1')
  await say('slack:T1:U2', 'CPS.IP-9')
  await say('slack:T1:U3', 'CPS.IP-9', 'ことばが\n難しい')
  expect((await run('feedback')).stdout).toBe(
    [
      'CPS.IP-9         helped    1   did not    1',
      '    “ことばが 難しい”',
      'CPS.AC-1         helped    1   did not    0\n',
    ].join('\n'),
  )
  expect(JSON.parse((await run('feedback', '--json')).stdout)).toEqual([
    { about: 'CPS.IP-9', helped: 1, didNotHelp: 1, reasons: ['ことばが\n難しい'] },
    { about: 'CPS.AC-1', helped: 1, didNotHelp: 0, reasons: [] },
  ])
})
