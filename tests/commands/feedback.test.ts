import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveOperator } from '../../adapters/store/operator/serve.ts'
import { openPglite } from '../../adapters/store/pglite.ts'
import type { Store } from '../../adapters/store/store.ts'
import { readFirmJson, writeFirmJson } from '../../bot/firms/export/firm-json.ts'
import { cli } from './cli.ts'

let folder: string
let store: Store
let stop: () => Promise<void>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shirube-feedback-'))
  store = await openPglite(folder)
  const firmFiles = { write: writeFirmJson, read: readFirmJson }
  const door = await serveOperator(folder, store.operator({ now: () => new Date(), ...firmFiles }))
  stop = async () => {
    await door.stop()
    await store.close()
  }
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => cli(['feedback', ...args], { env: { DATA_DIR: folder } })

it('shows, beside a running bot, what helped fewest first, with reasons and without people', async () => {
  expect(await run()).toMatchObject({
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
  expect((await run()).stdout).toBe(
    [
      'CPS.IP-9         helped    1   did not    1',
      '    “ことばが 難しい”',
      'CPS.AC-1         helped    1   did not    0\n',
    ].join('\n'),
  )
  expect(JSON.parse((await run('--json')).stdout)).toEqual([
    { about: 'CPS.IP-9', helped: 1, didNotHelp: 1, reasons: ['ことばが\n難しい'] },
    { about: 'CPS.AC-1', helped: 1, didNotHelp: 0, reasons: [] },
  ])
})
