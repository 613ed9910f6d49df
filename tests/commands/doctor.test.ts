import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { checkCorpus } from '../../corpus/check.ts'
import { cli } from './cli.ts'
import { copyProject } from './project-copy.ts'

/** The finding of each line, and whether it is good. */
const findingsIn = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    [...stdout.matchAll(/^(ok|BAD) +([a-z ]+?)  +/gmu)].map(([, sign = '', name = '']) => [name, sign]),
  )

describe('doctor', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shirube-doctor-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  it('looks at everything a start needs, opens no store, and exits 0 when all is well', async () => {
    const isClean = (await checkCorpus()).length === 0
    const folder = join(root, 'new')
    const { code, stdout, stderr } = await cli(['doctor'], { env: { DATA_DIR: folder } })
    const corpus = isClean ? 'ok' : 'BAD'
    expect({ code, stderr }).toEqual({ code: isClean ? 0 : 1, stderr: '' })
    expect(findingsIn(stdout)).toEqual({
      node: 'ok',
      corpus,
      embedder: 'ok',
      model: 'ok',
      embedding: 'ok',
      vectors: 'ok',
      'data folder': 'ok',
      store: 'ok',
    })
    expect(await readdir(folder)).toEqual([])
  }, 60_000)

  it('calls a data folder bad that cannot be used, says what to do, and exits 1', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    const { code, stdout } = await cli(['doctor'], { env: { DATA_DIR: join(file, 'inside') } })
    expect([code, findingsIn(stdout)['data folder']]).toEqual([1, 'BAD'])
    expect(stdout).toContain('set DATA_DIR')
  }, 60_000)

  it('is content with exact search where hnswlib-node is missing, and says so', async () => {
    const before = fileURLToPath(new URL('../retrieval/without-hnswlib.ts', import.meta.url))
    const { stdout } = await cli(['doctor'], { before })
    expect(stdout).toMatch(/^ok +vectors +exact search/mu)
  }, 60_000)

  it('shows no password of the database', async () => {
    const { stdout } = await cli(['doctor'], { env: { DATABASE_URL: 'postgres://me:secret@localhost/db' } })
    expect(stdout).toMatch(/^ok +store +PostgreSQL/mu)
    expect(stdout).not.toContain('secret')
  }, 60_000)

  it('reports an embedder that was cut short beside everything else', async () => {
    const project = await copyProject()
    onTestFinished(() => rm(project, { recursive: true, force: true }))
    await writeFile(join(project, 'retrieval', 'embedder', 'weights.bin'), 'cut')
    const { code, stdout } = await cli(['doctor'], { project })
    expect([code, findingsIn(stdout)['embedder'], findingsIn(stdout)['node']]).toEqual([1, 'BAD', 'ok'])
  }, 60_000)
})
