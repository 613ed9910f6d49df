import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { openPglite } from '../../adapters/store/pglite.ts'
import { cli } from './cli.ts'

/** What docs/contracts.md promises of `ask --json`, for other people's scripts. */
const answerSchema = z.strictObject({
  outcome: z.enum([
    'answered',
    'ask_back',
    'not_covered',
    'no_such_clause',
    'incident',
    'smalltalk',
    'no_claim',
    'command',
    'error',
  ]),
  lang: z.enum(['ja', 'en']),
  writtenBy: z.enum(['shirube', 'model']),
  text: z.string().min(1),
  citations: z.array(
    z.strictObject({
      n: z.int().positive(),
      id: z.string(),
      framework: z.string(),
      edition: z.string(),
      title: z.string(),
      wording: z.enum(['paraphrase', 'official', 'own']),
      basis: z.enum(['seen', 'recollected']),
      quote: z.string(),
      url: z.url(),
    }),
  ),
  choices: z.array(z.strictObject({ label: z.string(), id: z.string() })),
  related: z.array(z.strictObject({ framework: z.string(), id: z.string(), relation: z.string() })),
  confidence: z.number().min(0).max(1),
  corpusVersion: z.string().min(1),
  elapsedMs: z.number().nonnegative(),
})
const idSchema = z.union([z.string(), z.number()])
const lineSchema = z.union([
  answerSchema.extend({ id: idSchema }),
  z.strictObject({ id: idSchema.optional(), error: z.string() }),
])

const parseAnswer = (stdout: string) => answerSchema.parse(JSON.parse(stdout))
const parseLines = (stdout: string) => stdout.split('\n').slice(0, -1).map((line) => lineSchema.parse(JSON.parse(line))) // prettier-ignore

describe('ask', () => {
  it('prints the answer with its source, and nothing on stderr', async () => {
    const { code, stdout, stderr } = await cli(['ask', 'What is CPS.AC-1?'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('[1] CPS.AC-1 ')
    expect(stdout).toContain('https://')
  })

  it('takes a question of several words without quotes', async () => {
    const { code, stdout } = await cli(['ask', '--json', 'What', 'is', 'CPS.AC-1?'])
    expect([code, parseAnswer(stdout).citations[0]?.id]).toEqual([0, 'CPS.AC-1'])
  })

  it.each([
    { outcome: 'answered', lang: 'ja', question: 'CPS.IP-9とは', ids: ['CPS.IP-9'] },
    { outcome: 'answered', lang: 'en', question: 'What is 4-1-1 in the star rating?', ids: ['4-1-1'] },
    { outcome: 'answered', lang: 'en', question: 'CPS.AC-1 or CPS.IP-9?', ids: ['CPS.AC-1', 'CPS.IP-9'] },
    { outcome: 'not_covered', lang: 'ja', question: '明日の名古屋の天気は？', ids: [] },
    { outcome: 'no_such_clause', lang: 'ja', question: 'CPS.AC-99とは', ids: [] },
    { outcome: 'smalltalk', lang: 'en', question: 'hello', ids: [] },
    { outcome: 'no_claim', lang: 'en', question: 'Are we certified now?', ids: ['cpsf-what-it-is'] },
    { outcome: 'command', lang: 'ja', question: 'ヘルプ', ids: [] },
  ])('--json keeps to the contract: $outcome: $question', async ({ outcome, question, lang, ids }) => {
    const { code, stdout, stderr } = await cli(['ask', '--json', question])
    const answer = parseAnswer(stdout)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect([answer.outcome, answer.lang, answer.citations.map(({ id }) => id)]).toEqual([outcome, lang, ids])
    expect([...answer.text.matchAll(/\[(\d+)\]/gu)].map(([, n]) => Number(n))).toEqual(
      answer.citations.map(({ n }) => n),
    )
  })

  it('answers in the language of --lang', async () => {
    const { stdout } = await cli(['ask', '--json', '--lang', 'en', 'CPS.IP-9とは'])
    expect(parseAnswer(stdout).lang).toBe('en')
  })

  it('answers the same without hnswlib-node', async () => {
    const args = ['ask', '--json', 'How often should we take backups?']
    const before = fileURLToPath(new URL('../retrieval/without-hnswlib.ts', import.meta.url))
    const [usual, without] = await Promise.all([cli(args), cli(args, { before })])
    expect({ ...parseAnswer(without.stdout), elapsedMs: 0 }).toEqual({ ...parseAnswer(usual.stdout), elapsedMs: 0 })
  })
})

describe('ask --batch', () => {
  it('answers line by line, in order, under the same id, and passes over what is malformed', async () => {
    const lines = [
      '{"id":"a","q":"CPS.AC-1とは"}',
      '',
      'no JSON at all',
      '{"id":7,"q":"CPS.IP-9とは","lang":"en"}',
      '   ',
      '{"id":"c"}',
      '{"id":"d","q":42}',
      '{"id":"e","q":"hello","lang":"fr"}',
      '{"id":{"no":"id"},"q":"hello"}',
      '{"q":"hello"}',
      '[]',
      'null',
      '{"id":"f","q":"","thread":"t1"}',
      '{"id":"g","q":"明日の名古屋の天気は？","thread":"t1","more":"is fine"}',
    ]
    const { code, stdout, stderr } = await cli(['ask', '--batch'], { stdin: lines.join('\n') })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(parseLines(stdout).map((line) => [line.id, 'error' in line ? 'error' : line.outcome])).toEqual([
      ['a', 'answered'],
      [undefined, 'error'],
      [7, 'answered'],
      ['c', 'error'],
      ['d', 'error'],
      ['e', 'error'],
      [undefined, 'error'],
      [undefined, 'error'],
      [undefined, 'error'],
      [undefined, 'error'],
      ['f', 'smalltalk'],
      ['g', 'not_covered'],
    ])
  })

  it('says in an error which line is meant and what was expected', async () => {
    const { stdout } = await cli(['ask', '--batch'], { stdin: '\n\n{"id":"x","lang":"ja"}\n' })
    expect(stdout).toContain('line 3')
    expect(stdout).toContain('q')
  })

  it('reads the line ends of Windows, and a last line without one', async () => {
    const { stdout } = await cli(['ask', '--batch'], {
      stdin: '{"id":"a","q":"hello"}\r\n\r\n{"id":"b","q":"CPS.AC-1"}',
    })
    expect(parseLines(stdout).map((line) => [line.id, 'outcome' in line && line.outcome])).toEqual([
      ['a', 'smalltalk'],
      ['b', 'answered'],
    ])
  })

  it('answers in --lang where a line names no language of its own', async () => {
    const stdin = '{"id":1,"q":"CPS.AC-1とは"}\n{"id":2,"q":"CPS.AC-1","lang":"ja"}\n'
    const { stdout } = await cli(['ask', '--batch', '--lang', 'en'], { stdin })
    expect(parseLines(stdout).map((line) => 'lang' in line && line.lang)).toEqual(['en', 'ja'])
  })

  it('answers each line for itself where two carry the same id', async () => {
    const stdin =
      '{"id":"a","q":"CPS.AC-1"}\n{"id":"a","q":"CPS.IP-9"}\n{"id":1,"q":"CPS.AC-2"}\n{"id":"1","q":"CPS.AC-3"}\n'
    const { stdout } = await cli(['ask', '--batch'], { stdin })
    const cited = parseLines(stdout).map((line) => [line.id, 'citations' in line && line.citations[0]?.id])
    expect(cited).toEqual([
      ['a', 'CPS.AC-1'],
      ['a', 'CPS.IP-9'],
      [1, 'CPS.AC-2'],
      ['1', 'CPS.AC-3'],
    ])
  })

  it('takes lines of one thread for one conversation, and lines of two for two', async () => {
    const stdin = [
      '{"id":1,"q":"What is CPS.AC-1?","thread":"t"}',
      '{"id":2,"q":"What is CPS.IP-9?","thread":"u"}',
      '{"id":3,"q":"What counts as evidence?","thread":"t"}',
      '{"id":4,"q":"証拠は？","thread":"u"}',
    ].join('\n')
    const { stdout } = await cli(['ask', '--batch'], { stdin })
    const cited = parseLines(stdout).map((line) => 'citations' in line && line.citations[0]?.id)
    expect(cited).toEqual(['CPS.AC-1', 'CPS.IP-9', 'CPS.AC-1', 'CPS.IP-9'])
  })

  it('prints nothing for nothing', async () => {
    expect(await cli(['ask', '--batch'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('keeps the order of 300 lines', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `line-${n}`)
    const stdin = ids.map((id, n) => JSON.stringify({ id, q: n % 3 === 0 ? 'hello' : 'CPS.AC-1' })).join('\n')
    const { stdout } = await cli(['ask', '--batch'], { stdin })
    expect(parseLines(stdout).map(({ id }) => id)).toEqual(ids)
  })
})

describe('beside a running bot', () => {
  it('questions, corpus checks and evaluations are answered, and its store is left alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shirube-beside-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const store = await openPglite(folder)
    const lock = await readFile(join(folder, 'store.lock'), 'utf8')
    const env = { DATA_DIR: folder }
    const cases = join(folder, 'cases.jsonl')
    await writeFile(cases, '{"id":"t-1","lang":"en","kind":"smalltalk","q":"hello","expect":"smalltalk"}')
    const ran = [
      await cli(['ask', 'CPS.AC-1'], { env }),
      await cli(['ask', '--batch'], { env, stdin: '{"id":1,"q":"CPS.AC-1"}' }),
      await cli(['corpus', 'stats'], { env }),
      await cli(['eval', 'run', '--cases', cases], { env }),
    ]
    expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(4).fill({ code: 0, stderr: '' }))
    expect(await readFile(join(folder, 'store.lock'), 'utf8')).toBe(lock)
    await store.healthy()
    await store.close()
  }, 60_000)

  it('a question leaves nothing but the corpus as it was read and the index in a folder of its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shirube-fresh-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    expect((await cli(['ask', 'CPS.AC-1'], { env: { DATA_DIR: folder } })).code).toBe(0)
    expect(await readdir(folder)).toEqual(['corpus', 'index'])
  }, 60_000)
})
