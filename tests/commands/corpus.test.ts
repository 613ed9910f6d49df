import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkCorpus } from '../../corpus/check.ts'
import { CORPUS_DATA, readCorpusFiles } from '../../corpus/files.ts'
import { parseCorpus } from '../../corpus/load.ts'
import { cli } from './cli.ts'
import { copyProject } from './project-copy.ts'

const problemsSchema = z.strictObject({
  problems: z.array(
    z.strictObject({ path: z.string(), at: z.string(), value: z.string(), wrong: z.string(), fix: z.string() }),
  ),
})

describe('corpus check', () => {
  let project: string
  beforeAll(async () => {
    project = await copyProject()
  })
  afterAll(() => rm(project, { recursive: true, force: true }))

  it('prints every problem of the corpus that ships, and exits 0 exactly when there is none', async () => {
    const problems = await checkCorpus()
    const { code, stdout } = await cli(['corpus', 'check', '--json'])
    expect({ code, ...problemsSchema.parse(JSON.parse(stdout)) }).toEqual({
      code: problems.length === 0 ? 0 : 1,
      problems,
    })
  }, 60_000)

  it('exits 1 and names file, place, value and remedy of all that is planted in a copy', async () => {
    const at = (name: string): string => join(project, 'corpus', 'data', 'cpsf', name)
    const spoilt = (await readFile(at('CPS.AC-1.yaml'), 'utf8')).replace(/^id: .*$/mu, 'id: CPS.AC-77')
    await writeFile(at('CPS.AC-1.yaml'), spoilt)
    await writeFile(at('CPS.AC-2.yaml'), 'id: [')
    const { code, stdout, stderr } = await cli(['corpus', 'check'], { project })
    expect(code).toBe(1)
    expect(stdout).toContain('cpsf/CPS.AC-1.yaml')
    expect(stdout).toContain('CPS.AC-77')
    expect(stdout).toContain('cpsf/CPS.AC-2.yaml')
    expect(stderr).toMatch(/^\d+ problems/u)
  }, 60_000)

  it('with files that do not parse, stops a question with all of them named', async () => {
    await writeFile(join(project, 'corpus', 'data', 'cpsf', 'CPS.AC-2.yaml'), 'id: [')
    await writeFile(join(project, 'corpus', 'data', 'cpsf', 'CPS.AC-3.yaml'), 'title: 3')
    const { code, stdout, stderr } = await cli(['ask', 'hello'], { project })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('cpsf/CPS.AC-2.yaml')
    expect(stderr).toContain('cpsf/CPS.AC-3.yaml')
  }, 60_000)
})

describe('corpus stats', () => {
  it('counts what is there, as JSON and for people', async () => {
    const { corpus } = parseCorpus(await readCorpusFiles(CORPUS_DATA))
    const [json, table] = await Promise.all([cli(['corpus', 'stats', '--json']), cli(['corpus', 'stats'])])
    expect([json.code, json.stderr, table.code, table.stderr]).toEqual([0, '', 0, ''])
    expect(JSON.parse(json.stdout)).toMatchObject({ version: corpus.version })
    expect(table.stdout).toContain(corpus.version)
    expect(table.stdout).toContain('104')
  }, 60_000)
})
