import { describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { openRunningStore } from './running-store.ts'

const AKIRA = 'slack:T0123ABCD:U0456EFGH'
const BEN = 'teams:11111111-2222-3333-4444-555555555555:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'

const { store, runWith } = await openRunningStore(() => new Date('2027-02-02T03:00:00Z'))

describe('operators by command', () => {
  const run = (line: string, env: Readonly<Record<string, string>> = {}) => runWith(env, ...line.split(' '))

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
