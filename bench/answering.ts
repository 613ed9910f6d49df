import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeBot } from '../compose.ts'
import { readConfig } from '../config.ts'
import { CASES, readCases } from '../evals/cases.ts'
import { percentile } from '../evals/statistics.ts'

const ROUNDS = 5

/** Question to answer in process, default corpus, no model, over the development cases; the first round warms up. */
export async function answering(): Promise<readonly string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  try {
    const { bot } = await composeBot(readConfig({ DATA_DIR: dataDir }))
    const cases = await readCases(join(CASES, 'dev'))
    const times: number[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { id, q } of cases) {
        const started = performance.now()
        await bot({ kind: 'message', id, thread: id, text: q })
        if (round > 0) times.push(performance.now() - started)
      }
    }
    const at = (share: number): string => percentile(times, share).toFixed(2)
    return [
      `${times.length} questions: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (budget: p50 5, p99 25)`,
    ]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
