import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Report } from './score.ts'

export const BASELINE = fileURLToPath(new URL('./baseline.json', import.meta.url))

/** Scores that must not fall below these; written by hand from a run, so that lowering one is a decision in a change. */
const baselineSchema = z.strictObject({ atLeast: z.record(z.string(), z.number()) })

/** What fell, one sentence each; nothing when all is well. */
export async function fallenBelow(report: Report, path: string): Promise<readonly string[]> {
  const { atLeast } = baselineSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const scores = gatedScores(report)
  return Object.entries(atLeast).flatMap(([name, floor]) => {
    const score = scores[name]
    if (score === undefined) return [`${name}: the baseline names it, the run has no such score`]
    return score < floor ? [`${name}: ${score.toFixed(3)}, the baseline asks for ${floor.toFixed(3)}`] : []
  })
}

/** The scores a baseline may name, as `en hit@1` or `near refused`. */
export function gatedScores({ found, refused, conversations, abstention }: Report): Readonly<Record<string, number>> {
  return Object.fromEntries([
    ...Object.entries(found).flatMap(([group, one]) =>
      (['hit@1', 'hit@3', 'ndcg@10', 'kept'] as const).map((name) => [`${group} ${name}`, one[name]] as const),
    ),
    ...Object.entries(refused).map(([kind, one]) => [`${kind} as expected`, one.asExpected] as const),
    ...Object.entries(abstention.refusedAt95Kept).map(
      ([kind, share]) => [`${kind} refused at 95% kept`, share] as const,
    ),
    ['conversations right', conversations.right] as const,
    ['auroc', abstention.auroc] as const,
  ])
}
