import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fallenBelow, gatedScores } from '../../evals/gate.ts'
import type { Report } from '../../evals/score.ts'

const REPORT: Report = {
  found: { en: { n: 10, 'hit@1': 0.8, 'hit@3': 0.9, mrr: 0.85, 'ndcg@10': 0.87, kept: 1 } },
  refused: { far: { n: 5, refused: 1, asExpected: 0.6 } },
  conversations: { n: 4, right: 0.25 },
  abstention: { auroc: 0.95, refusedAt95Kept: { far: 0.7, near: 0.4 } },
  latencyMs: { p50: 1, p95: 2, p99: 3 },
  misses: [],
  cases: [],
}

describe('the gate', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'shirube-gate-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  const fallen = async (baseline: unknown): Promise<readonly string[]> => {
    const path = join(root, 'baseline.json')
    await writeFile(path, JSON.stringify(baseline))
    return fallenBelow(REPORT, path)
  }

  it('watches these scores', () => {
    expect(gatedScores(REPORT)).toEqual({
      'en hit@1': 0.8,
      'en hit@3': 0.9,
      'en ndcg@10': 0.87,
      'en kept': 1,
      'far as expected': 0.6,
      'far refused at 95% kept': 0.7,
      'near refused at 95% kept': 0.4,
      'conversations right': 0.25,
      auroc: 0.95,
    })
  })

  it('says nothing while every score is at its floor or above', async () => {
    expect(await fallen({ atLeast: gatedScores(REPORT) })).toEqual([])
    expect(await fallen({ atLeast: {} })).toEqual([])
  })

  it('names each score that fell, what it is and what it should be', async () => {
    expect(await fallen({ atLeast: { 'en hit@1': 0.801, auroc: 0.95, 'near refused at 95% kept': 0.5 } })).toEqual([
      'en hit@1: 0.800, the baseline asks for 0.801',
      'near refused at 95% kept: 0.400, the baseline asks for 0.500',
    ])
  })

  it('names a score that the run does not have', async () => {
    expect(await fallen({ atLeast: { 'ja hit@1': 0.5 } })).toEqual([
      'ja hit@1: the baseline names it, the run has no such score',
    ])
  })

  it.each([[{}], [{ atLeast: { auroc: 'high' } }], [{ atLeast: {}, atMost: {} }]])(
    'refuses a baseline that it cannot read: %j',
    async (baseline) => {
      await expect(fallen(baseline)).rejects.toThrow()
    },
  )
})
