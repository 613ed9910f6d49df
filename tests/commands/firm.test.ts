import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFirmJson } from '../../bot/firms/export/firm-json.ts'
import { about, answered, doing } from '../contracts/doings.ts'
import { somebody } from '../contracts/open-firms.ts'
import { cli } from './cli.ts'
import { openRunningStore } from './running-store.ts'

const { folder, store, run } = await openRunningStore()

async function firmWithAnswers(): Promise<string> {
  const firm = (await store.firms.welcome(somebody()))?.firm.id ?? ''
  await store.firms.room(firm).append(doing(answered('CK-01')))
  return firm
}

describe('while the bot has the embedded store open', () => {
  it('lists, shows and exports firms', async () => {
    expect(await run('firm', 'list')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('no firm yet') as unknown,
    })
    const id = await firmWithAnswers()
    expect((await run('firm', 'list')).stdout).toMatch(
      new RegExp(`^${id} .* 1 people +1 entries +\\(no name yet\\)\n$`),
    )
    expect((await run('firm', 'show', id)).stdout).toContain('entries      1\n')
    expect(readFirmJson((await run('firm', 'export', id)).stdout)).toMatchObject({ firm: { id }, log: [{ seq: 1 }] })
    expect(await run('firm', 'show', 'nobody')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('There is no firm nobody') as unknown,
    })
  })

  it('exports the same tables as in the chat, in the language that is asked for, and overwrites nothing', async () => {
    const id = await firmWithAnswers()
    await store.firms.room(id).append(doing({ kind: 'noted', ...about('CK-01'), text: '=HYPERLINK("https://x")' }))
    const table = join(folder, 'firm.csv')
    await run('firm', 'export', id, '--format', 'csv', '--to', table)
    const csv = await readFile(table, 'utf8')
    expect(csv).toMatch(/^\uFEFF"[^"]+",.*"できている"/su)
    expect(csv).toContain(`"'=HYPERLINK(""https://x"")"`)
    expect(csv).toMatch(/"\r\n$/u)
    expect((await run('firm', 'export', id, '--format', 'csv', '--lang', 'en')).stdout).toContain('"Done"')
    const file = join(folder, 'firm.xlsx')
    const xlsx = ['firm', 'export', id, '--format', 'xlsx']
    expect(await run(...xlsx, '--to', file)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await run(...xlsx, '--to', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already') as string,
    })
    expect(await run(...xlsx)).toMatchObject({ code: 2, stderr: expect.stringContaining('--to FILE') as string })
    expect(await run('firm', 'export', id, '--format', 'pdf')).toMatchObject({ code: 2 })
  }, 60_000)

  it('makes a code that makes whoever enters it in the firm’s chat a manager, once', async () => {
    const speaker = somebody()
    const id = (await store.firms.welcome(speaker))?.firm.id ?? ''
    const { stdout, stderr } = await run('firm', 'code', id)
    expect(stderr).toContain('Works once, within 60 minutes')
    const entered = { code: stdout.trim(), speaker, at: new Date() }
    expect(await store.codes.redeem(entered)).toMatchObject({ visitor: { member: { roles: ['staff', 'manager'] } } })
    expect(await store.codes.redeem(entered)).toMatchObject({ because: 'used' })
  })

  it('imports a firm that was exported and deleted, and a code leads a chat to it', async () => {
    const id = await firmWithAnswers()
    const { stdout } = await run('firm', 'export', id)
    const file = join(folder, 'firm.json')
    await writeFile(file, stdout)
    expect(await run('firm', 'import', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there already') as unknown,
    })
    await run('firm', 'delete', id, '--yes')
    expect((await run('firm', 'import', file)).stdout).toBe(`${id}  1 people  1 entries\n`)
    const speaker = somebody()
    await store.firms.welcome(speaker)
    const { code } = JSON.parse((await run('firm', 'code', id, '--json')).stdout) as { code: string }
    await store.codes.redeem({ code, speaker, at: new Date() })
    expect((await store.firms.welcome(speaker))?.firm.id).toBe(id)
    expect((await run('firm', 'export', id)).stdout).toContain('CK-01')
  })

  it('deletes a firm only with --yes, and leaves a receipt', async () => {
    const id = await firmWithAnswers()
    const asked = await run('firm', 'delete', id)
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('Add --yes') as unknown })
    const { code, stdout } = await run('firm', 'delete', id, '--yes', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ deleted: id, members: 1, entries: 1, turns: 0 })
    expect((await run('firm', 'show', id)).code).toBe(1)
  })

  it('backs up, but restores nothing into a store that is open, and says who has it', async () => {
    const id = await firmWithAnswers()
    const file = join(folder, 'backup.gz')
    const made = await run('backup', file)
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toMatch(/^checklist_log +\d+$/m)
    const refused = await run('restore', file, '--replace')
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`in use by process ${process.pid}`) as unknown,
    })
    const empty = join(folder, 'other')
    expect((await cli(['restore', file], { env: { DATA_DIR: empty } })).stdout).toMatch(/restored as it was at 20/)
    const there = await cli(['firm', 'show', id, '--json'], { env: { DATA_DIR: empty } })
    expect(JSON.parse(there.stdout)).toMatchObject({ id, members: 1, entries: 1 })
  }, 120_000)
})
