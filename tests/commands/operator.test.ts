import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveOperator } from '../../adapters/store/operator/serve.ts'
import { openPglite } from '../../adapters/store/pglite.ts'
import type { Store } from '../../adapters/store/store.ts'
import { readFirmJson, writeFirmJson } from '../../bot/firms/export/firm-json.ts'
import { readConfig } from '../../config.ts'
import { cli } from './cli.ts'

const AKIRA = 'slack:T0123ABCD:U0456EFGH'
const BEN = 'teams:11111111-2222-3333-4444-555555555555:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'

describe('operators by command', () => {
  let folder: string
  let store: Store
  let stop: () => Promise<void>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-operators-'))
    store = await openPglite(folder)
    const door = await serveOperator(
      folder,
      store.operator({ now: () => new Date('2027-02-02T03:00:00Z'), write: writeFirmJson, read: readFirmJson }),
    )
    stop = async () => {
      await door.stop()
      await store.close()
    }
  })
  afterAll(async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  })
  const run = (line: string, env: Readonly<Record<string, string>> = {}) =>
    cli(line.split(' '), { env: { DATA_DIR: folder, ...env } })

  it('are added and removed beside a running bot, which knows at once', { timeout: 60_000 }, async () => {
    expect(await run(`operator add ${AKIRA}`)).toMatchObject({ code: 0, stdout: `2027-02-02  ${AKIRA}\n` })
    expect(await store.operators.has(AKIRA)).toBe(true)
    expect((await run(`operator add ${AKIRA}`)).stderr).toContain('nothing changed')
    expect(JSON.parse((await run('operator list --json', { OPERATORS: BEN })).stdout)).toEqual([
      { person: AKIRA, since: '2027-02-02T03:00:00.000Z' },
      { person: BEN, since: 'OPERATORS' },
    ])
    expect((await run(`operator remove ${AKIRA}`)).code).toBe(0)
    expect(await store.operators.has(AKIRA)).toBe(false)
    const gone = await run(`operator remove ${AKIRA}`)
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('operator list') as unknown })
  })

  it.each(['operator', 'operator add', 'operator add yamada', 'operator list all', `operator add ${AKIRA} ${BEN}`])(
    'does not know %s',
    async (line) => {
      expect(await run(line)).toMatchObject({ code: 2, stdout: '' })
    },
    60_000,
  )
})

describe('the setting OPERATORS', () => {
  it('holds persons, separated by commas', () => {
    expect(readConfig({ OPERATORS: ` ${AKIRA}, ${BEN},` }).operators).toEqual([AKIRA, BEN])
    expect(readConfig({ OPERATORS: '' }).operators).toEqual([])
  })

  it('names each value that is nobody’s id, with how to write one', () => {
    expect(() => readConfig({ OPERATORS: `yamada@example.jp,${AKIRA},U0456EFGH` })).toThrow(
      /“yamada@example\.jp” is nobody’s id; write slack:TEAM:MEMBER[\s\S]*“U0456EFGH” is nobody’s id/u,
    )
  })
})
