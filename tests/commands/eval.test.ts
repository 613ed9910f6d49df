import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli } from './cli.ts'
import { copyProject } from './project-copy.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shirube-eval-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const jsonLines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

const CASES = [
  { id: 't-1', lang: 'ja', kind: 'id', q: 'CPS.AC-1とは', gold: 'CPS.AC-1' },
  { id: 't-2', lang: 'en', kind: 'id', q: 'what is CPS.AC-1', gold: 'CPS.AC-4', accept: ['CPS.AC-1'] },
  { id: 't-3', lang: 'en', kind: 'clause', style: 'plain', q: 'CPS.IP-9', gold: 'CPS.AC-1' },
  { id: 't-4', lang: 'en', kind: 'smalltalk', q: 'hello', expect: 'smalltalk' },
  { id: 't-5', lang: 'ja', kind: 'far', q: '明日の名古屋の天気は？', expect: 'not_covered' },
  { id: 't-6', lang: 'en', kind: 'no_such', q: 'CPS.AC-1', expect: 'no_such_clause' },
]

describe('eval run', () => {
  it('prints a report of the cases it is given, the misses among them', async () => {
    const cases = join(root, 'cases.jsonl')
    await writeFile(cases, jsonLines(CASES))
    const { code, stdout, stderr } = await cli(['eval', 'run', '--cases', cases, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const p = expect.any(Number) as number
    const p5 = expect.any(Array) as readonly string[]
    const none = { n: 1, 'hit@1': 0, 'hit@3': 0, mrr: 0, 'ndcg@10': p, kept: 1 }
    expect(JSON.parse(stdout)).toEqual({
      found: {
        en: none,
        'en plain': none,
        ids: { n: 2, 'hit@1': 1, 'hit@3': 1, mrr: 1, 'ndcg@10': p, kept: 1 },
      },
      refused: {
        smalltalk: { n: 1, refused: 1, asExpected: 1 },
        far: { n: 1, refused: 1, asExpected: 1 },
        no_such: { n: 1, refused: 0, asExpected: 0 },
        'far ja': { n: 1, refused: 1, asExpected: 1 },
        'no_such en': { n: 1, refused: 0, asExpected: 0 },
        'smalltalk en': { n: 1, refused: 1, asExpected: 1 },
      },
      conversations: { n: 0, right: 0 },
      abstention: { auroc: 1, refusedAt95Kept: { far: 1, near: 0 } },
      latencyMs: { p50: p, p95: p, p99: p },
      reading: { en: { n: 1, flesch: p, terms: p }, ja: { n: 3, sentence: p, kanji: p, terms: p } },
      misses: [{ id: 't-3', lang: 'en', q: 'CPS.IP-9', gold: 'CPS.AC-1', got: ['CPS.IP-9'], outcome: 'answered' }],
      cases: [
        { id: 't-1', group: 'ids', right: true, outcome: 'answered', ids: ['CPS.AC-1'] },
        { id: 't-2', group: 'ids', right: true, outcome: 'answered', ids: ['CPS.AC-1'] },
        { id: 't-3', group: 'en', right: false, outcome: 'answered', ids: ['CPS.IP-9'] },
        { id: 't-4', group: 'smalltalk', right: true, outcome: 'smalltalk', ids: [] },
        { id: 't-5', group: 'far', right: true, outcome: 'not_covered', ids: p5 },
        { id: 't-6', group: 'no_such', right: false, outcome: 'answered', ids: ['CPS.AC-1'] },
      ],
    })
  })

  it('prints a table for people, from a folder of cases', async () => {
    const folder = join(root, 'cases')
    await mkdir(folder)
    await writeFile(join(folder, 'one.jsonl'), jsonLines(CASES.slice(0, 2)))
    await writeFile(join(folder, 'two.jsonl'), jsonLines(CASES.slice(3)))
    const { code, stdout } = await cli(['eval', 'run', '--cases', folder])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ids +2 +1\.000/mu)
    expect(stdout).toMatch(/^far +1 +1\.000/mu)
  })

  it.each([
    ['is not there', 'gone.jsonl', undefined],
    ['has a line that is no case', 'bad.jsonl', '{"id":"x","lang":"ja","kind":"clause","q":"?"}'],
    ['has a line that is no JSON', 'worse.jsonl', '{"id"'],
  ])('exits 1 and names the file when it %s', async (_, name, line) => {
    const cases = join(root, name)
    if (line !== undefined) await writeFile(cases, `\n${line}\n`)
    const { code, stdout, stderr } = await cli(['eval', 'run', '--cases', cases])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(line === undefined ? cases : `${cases}:2`)
  })
})

describe('eval compare', () => {
  const right = (...ids: readonly string[]) => ({
    cases: CASES.map(({ id, kind }) => ({ id, group: kind, right: ids.includes(id), outcome: 'answered', ids: [] })),
  })

  it('says what the second run gained and lost', async () => {
    const [before, after] = [join(root, 'before.json'), join(root, 'after.json')]
    await writeFile(before, JSON.stringify(right('t-1', 't-4')))
    await writeFile(after, JSON.stringify(right('t-1', 't-2', 't-5')))
    const shown = await cli(['eval', 'compare', before, after])
    expect({ code: shown.code, stderr: shown.stderr }).toEqual({ code: 0, stderr: '' })
    expect(shown.stdout).toMatch(/^id +2 +0\.500 → 1\.000 +\+1 −0 .*\n +gained: t-2$/mu)
    expect(shown.stdout).toMatch(/^smalltalk .*\n +lost: t-4$/mu)
    const { stdout } = await cli(['eval', 'compare', before, after, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ groups: { all: { n: 6, gained: ['t-2', 't-5'], lost: ['t-4'], p: 1 } } })
  })

  it('exits 1 for a file that is no run and says how to make one, and 2 when one of the two is missing', async () => {
    const none = join(root, 'none.json')
    await writeFile(none, '{"found":{}}')
    const wrong = await cli(['eval', 'compare', none, none])
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    expect(wrong.stderr).toContain(`${none}: not a run; make one with: npm run -s cli -- eval run --json`)
    expect(await cli(['eval', 'compare', none])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('a second reading', () => {
  it('sees the cases without labels and is compared with them', async () => {
    const cases = join(root, 'to-read.jsonl')
    await writeFile(cases, jsonLines(CASES))
    const blind = await cli(['eval', 'blind', '--seed', 'spring', '--cases', cases])
    expect(blind).toMatchObject({ code: 0, stderr: '' })
    const shown = blind.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; q: string })
    const readings = join(root, 'readings.jsonl')
    await writeFile(
      readings,
      jsonLines(shown.map(({ id, q }) => ({ id, label: q.includes('AC-1') ? 'CPS.AC-1' : '?' }))),
    )
    const agreed = await cli(['eval', 'agree', readings, '--seed', 'spring', '--cases', cases, '--json'])
    expect(JSON.parse(agreed.stdout)).toMatchObject({ read: 6, same: 1, accepted: 1, unread: 0 })
  })

  it('needs a seed, and says what one is', async () => {
    const { code, stderr } = await cli(['eval', 'blind'])
    expect(code).toBe(2)
    expect(stderr).toContain('--seed is missing: any word')
  })
})

describe('eval gate', () => {
  let project: string
  beforeAll(async () => {
    project = await copyProject()
    await mkdir(join(project, 'evals', 'cases', 'test'), { recursive: true })
    await writeFile(join(project, 'evals', 'cases', 'test', 'own.jsonl'), jsonLines(CASES))
  })
  afterAll(() => rm(project, { recursive: true, force: true }))

  const withBaseline = async (atLeast: Readonly<Record<string, number>>) => {
    await writeFile(join(project, 'evals', 'baseline.json'), JSON.stringify({ atLeast }))
    return cli(['eval', 'gate'], { project })
  }

  it('exits 0 when no score is below the baseline', async () => {
    const { code, stderr } = await withBaseline({ 'ids hit@1': 1, 'far as expected': 0.9, auroc: 0.5 })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('exits 1 and says of each score that fell what it is and what it should be', async () => {
    const { code, stderr } = await withBaseline({
      'en hit@1': 0.5,
      'no_such as expected': 1,
      'ids hit@1': 1,
      'fr hit@1': 0,
    })
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      'en hit@1: 0.000, the baseline asks for 0.500',
      'no_such as expected: 0.000, the baseline asks for 1.000',
      'fr hit@1: the baseline names it, the run has no such score',
    ])
  })
})

describe('eval beir', () => {
  const DOCUMENTS = [
    { id: 'd1', title: 'Backups', text: 'Take a backup of the server every night.' },
    { id: 'd2', text: 'Lock the door of the server room.' },
    { id: 3, text: 'パスワードを使い回さない' },
    { id: 'd4', text: 'Teach everybody to know a strange mail.' },
  ]
  const QUERIES = [
    { id: 'q1', text: 'nightly backup' },
    { id: 'q2', text: 'パスワード' },
    { id: 'q3', text: 'nobody judged this one' },
  ]

  const writeSet = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
    const dir = join(root, name)
    await mkdir(dir)
    await Promise.all(Object.entries(files).map(([file, body]) => writeFile(join(dir, file), body)))
    return dir
  }

  it('prints the figures of the contract', async () => {
    const dir = await writeSet('tiny', {
      'corpus.jsonl': jsonLines(DOCUMENTS),
      'queries.jsonl': jsonLines(QUERIES),
      'qrels.tsv': 'query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\t3\t1\nq2\td2\t0\n',
    })
    const { code, stdout, stderr } = await cli(['eval', 'beir', '--dir', dir, '--json'])
    const number = expect.any(Number) as number
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      docs: 4,
      queries: 2,
      'ndcg@10': 1,
      'recall@10': 1,
      'map@10': 1,
      'hit@1': 1,
      indexMs: number,
      queryMs: { p50: number, p95: number, p99: number },
    })
  })

  it('reads other queries and judgements by name, with the line ends of Windows', async () => {
    const dir = await writeSet('named', {
      'corpus.jsonl': jsonLines(DOCUMENTS).replaceAll('\n', '\r\n'),
      'queries.stem.jsonl': jsonLines(QUERIES).replaceAll('\n', '\r\n'),
      'dev.tsv': 'q1\td2\t1\r\nq1\tnot-there\t2\r\n',
    })
    const { stdout } = await cli([
      'eval',
      'beir',
      '--dir',
      dir,
      '--queries',
      'queries.stem',
      '--qrels',
      'dev',
      '--json',
    ])
    expect(JSON.parse(stdout)).toMatchObject({ docs: 4, queries: 1, 'recall@10': 0.5, 'hit@1': 0 })
  })

  it.each([
    ['no JSON', '{"id":'],
    ['no document', '{"id":"d9"}'],
  ])('exits 1 and names file and line of what is %s', async (name, line) => {
    const dir = await writeSet(`bad ${name}`, {
      'corpus.jsonl': `${jsonLines(DOCUMENTS.slice(0, 2))}\n${line}\n`,
      'queries.jsonl': jsonLines(QUERIES),
      'qrels.tsv': 'q1\td1\t1\n',
    })
    const { code, stderr } = await cli(['eval', 'beir', '--dir', dir])
    expect(code).toBe(1)
    expect(stderr).toContain(`${join(dir, 'corpus.jsonl')}:4`)
  })

  it('exits 1 and names the file that is missing', async () => {
    const dir = await writeSet('empty', {})
    const { code, stderr } = await cli(['eval', 'beir', '--dir', dir])
    expect(code).toBe(1)
    expect(stderr).toContain(dir)
  })
})
