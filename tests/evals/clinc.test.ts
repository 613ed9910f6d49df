import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runClinc } from '../../evals/clinc.ts'
import { loadBagEmbedder, WEIGHTS } from '../../retrieval/embedder/bag.ts'

const QUESTIONS = [
  ['take a backup of the server', 'backup'],
  ['how often are copies of our files made', 'backup'],
  ['lock the door of the server room', 'door'],
  ['who has a key to the door', 'door'],
  ['will it rain tomorrow', 'oos'],
  ['tell me a recipe for bread', 'oos'],
] as const

it('finds the intent of a question it was trained on, and tells what has none', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'shirube-clinc-'))
  const lines = QUESTIONS.map(([text, label], at) =>
    JSON.stringify({ id: String(at), text, label, in_scope: label !== 'oos' }),
  ).join('\n')
  for (const name of ['queries.train', 'queries.val', 'queries']) await writeFile(join(dir, `${name}.jsonl`), lines)
  const report = await runClinc(dir, await loadBagEmbedder(WEIGHTS))
  expect(report).toMatchObject({ covered: 4, outside: 2, right: 1, fitted: { auroc: 1, refusedAt95Kept: 1 } })
  await rm(dir, { recursive: true })
})
