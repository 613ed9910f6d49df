import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CORPUS_DATA, readCorpusFiles } from '../../corpus/files.ts'
import { parseCorpus } from '../../corpus/load.ts'
import { CASES, isInScope, readCases, saidBefore, type Case } from '../../evals/cases.ts'
import { normalise } from '../../retrieval/text/normalise.ts'

describe('reading cases', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shirube-cases-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  const GOOD = '{"id":"a","lang":"ja","kind":"clause","q":"なに？","gold":"CPS.AC-1"}'

  it('gives every case of a file, blank lines aside', async () => {
    const path = join(root, 'good.jsonl')
    await writeFile(path, `\n${GOOD}\r\n\n{"id":"b","lang":"en","kind":"far","q":"rain?","expect":"not_covered"}`)
    expect(await readCases(path)).toEqual([
      { id: 'a', lang: 'ja', kind: 'clause', q: 'なに？', gold: 'CPS.AC-1', accept: [] },
      { id: 'b', lang: 'en', kind: 'far', q: 'rain?', expect: 'not_covered' },
    ])
  })

  it.each([
    ['no JSON', '{"id":"a"'],
    ['a number', '3'],
    ['a case without a question', '{"id":"a","lang":"ja","kind":"clause","q":"","gold":"A"}'],
    ['a case in a language there is not', '{"id":"a","lang":"fr","kind":"clause","q":"?","gold":"A"}'],
    ['a case of an unknown kind', '{"id":"a","lang":"ja","kind":"story","q":"?","gold":"A"}'],
    ['an out-of-scope case with a right answer', '{"id":"a","lang":"ja","kind":"far","q":"?","gold":"A"}'],
    ['a case that expects to be answered', '{"id":"a","lang":"ja","kind":"far","q":"?","expect":"answered"}'],
    ['a case with a misspelt field', '{"id":"a","lang":"ja","kind":"clause","q":"?","gold":"A","acept":[]}'],
  ])('stops at %s and names file and line', async (_, line) => {
    const path = join(root, 'bad.jsonl')
    await writeFile(path, `${GOOD}\n\n${line}\n${GOOD}\n`)
    await expect(readCases(path)).rejects.toThrow(`${path}:3: `)
  })
})

/** As search sees it, and without what people leave out or add: two that differ only so are the same question. */
const same = (question: string): string => normalise(question).replaceAll(/[\p{Punctuation}\p{Symbol}\s]/gu, '')

const [dev, test] = await Promise.all([readCases(join(CASES, 'dev')), readCases(join(CASES, 'test'))])
const { corpus } = parseCorpus(await readCorpusFiles(CORPUS_DATA))

/** Where each question of the corpus stands. */
const taught = new Map(
  [...corpus.asked, ...corpus.outside, ...corpus.clauses, ...corpus.pages, ...corpus.scs, ...corpus.ipa].flatMap(
    ({ path, body }) => {
      const questions = 'questions' in body ? body.questions : body
      return [...questions.ja, ...questions.en].map((question) => [same(question), path] as const)
    },
  ),
)

/** "How often?" is a question only with what was said before it, so a turn counts as asked together with that. */
const asAsked = (one: Case, cases: readonly Case[]): string => [...saidBefore(one, cases), one.q].map(same).join('\n')

// Failures name ids only: the questions of the test set are not to be read while the bot is being made.
describe('the cases that ship', () => {
  it('are there, for choosing and for measuring', () => {
    expect(dev.length).toBeGreaterThan(100)
    expect(test.length).toBeGreaterThan(100)
  })

  it('have ids of their own', () => {
    const ids = [...dev, ...test].map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('measure with no question that was chosen by', () => {
    const chosenBy = new Set(dev.map((one) => asAsked(one, dev)))
    expect(test.filter((one) => chosenBy.has(asAsked(one, test))).map(({ id }) => id)).toEqual([])
  })

  it('ask no question twice', () => {
    const twice = [dev, test].flatMap((cases) => {
      const asked = cases.map(({ q, thread }) => `${thread ?? ''} ${same(q)}`)
      return cases.filter((_, at) => asked.indexOf(asked[at] ?? '') !== at).map(({ id }) => id)
    })
    expect(twice).toEqual([])
  })

  it('ask nothing that the corpus was taught', () => {
    const known = [dev, test].flatMap((cases) =>
      cases.flatMap((one) => {
        const path = taught.get(asAsked(one, cases))
        return path === undefined ? [] : [`${one.id}: ${path}`]
      }),
    )
    expect(known).toEqual([])
  })

  it('point to entries that the corpus has', () => {
    const ids = new Set([...corpus.clauses, ...corpus.pages, ...corpus.scs, ...corpus.ipa].map(({ body }) => body.id))
    const lost = [...dev, ...test]
      .filter(isInScope)
      .flatMap(({ id, gold, accept }) =>
        [gold, ...accept].filter((entry) => !ids.has(entry)).map((entry) => `${id}: ${entry}`),
      )
    expect(lost).toEqual([])
  })
})
