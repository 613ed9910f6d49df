import type { Report } from './score.ts'

/** A report as a table for people; `--json` prints the whole of it. */
export function showReport({ found, refused, abstention, latencyMs }: Report): string {
  const percent = (share: number): string => share.toFixed(3).padStart(6)
  return [
    'found                 n   hit@1  hit@3    mrr   kept',
    ...Object.entries(found).map(
      ([name, one]) =>
        `${name.padEnd(18)} ${String(one.n).padStart(4)}  ${percent(one['hit@1'])} ${percent(one['hit@3'])} ${percent(one.mrr)} ${percent(one.kept)}`,
    ),
    '',
    'refused               n refused as expected',
    ...Object.entries(refused).map(
      ([name, one]) =>
        `${name.padEnd(18)} ${String(one.n).padStart(4)}  ${percent(one.refused)} ${percent(one.asExpected)}`,
    ),
    '',
    `abstention: AUROC ${percent(abstention.auroc)}; refused with 95 % of in-scope kept: ${Object.entries(
      abstention.refusedAt95Kept,
    )
      .map(([kind, share]) => `${kind} ${percent(share)}`)
      .join(', ')}`,
    `latency ms: p50 ${latencyMs.p50.toFixed(2)}, p95 ${latencyMs.p95.toFixed(2)}, p99 ${latencyMs.p99.toFixed(2)}`,
  ].join('\n')
}
