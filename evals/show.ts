import type { Comparison } from './compare.ts'
import type { Judgement } from './judged.ts'
import type { Reading } from './reading.ts'
import type { Report } from './score.ts'
import type { Agreement } from './second-reading.ts'

/** A report as a table for people; `--json` prints the whole of it. */
export function showReport({ reading, ...report }: Report & { reading: Reading }): string {
  const { found, refused, conversations, abstention, latencyMs } = report
  return [
    'found                 n   hit@1  hit@3    mrr ndcg@10  kept',
    ...Object.entries(found).map(([name, one]) =>
      row(name, one.n, [one['hit@1'], one['hit@3'], one.mrr, one['ndcg@10'], one.kept]),
    ),
    '',
    'refused               n refused as expected',
    ...Object.entries(refused).map(([name, one]) => row(name, one.n, [one.refused, one.asExpected])),
    '',
    `conversations right from end to end: ${share(conversations.right)} of ${conversations.n}`,
    `abstention: AUROC ${share(abstention.auroc)}; refused with 95 % of in-scope kept: ${Object.entries(
      abstention.refusedAt95Kept,
    )
      .map(([kind, refused]) => `${kind} ${share(refused)}`)
      .join(', ')}`,
    `reading, English: Flesch ${reading.en.flesch.toFixed(1)}, glossary terms ${reading.en.terms.toFixed(1)} an answer (${reading.en.n})`,
    `reading, Japanese: ${reading.ja.sentence.toFixed(1)} characters a sentence, kanji ${share(reading.ja.kanji)}, glossary terms ${reading.ja.terms.toFixed(1)} an answer (${reading.ja.n})`,
    `latency ms: p50 ${latencyMs.p50.toFixed(2)}, p95 ${latencyMs.p95.toFixed(2)}, p99 ${latencyMs.p99.toFixed(2)}`,
  ].join('\n')
}

/** What was gained and lost, groups where nothing changed in one line each. */
export function showComparison({ groups, onlyBefore, onlyAfter }: Comparison): string {
  const rows = Object.entries(groups).flatMap(([name, { n, before, after, gained, lost, p }]) => [
    `${name.padEnd(18)} ${String(n).padStart(4)}  ${share(before)} → ${share(after)}  +${gained.length} −${lost.length}  p ${p.toFixed(3)}`,
    ...(name === 'all' ? [] : [...listed('gained', gained), ...listed('lost', lost)]),
  ])
  return [
    'right                 n  before → after  gained lost  p (exact McNemar)',
    ...rows,
    ...listed('only in the first run', onlyBefore),
    ...listed('only in the second run', onlyAfter),
  ].join('\n')
}

/** How far two readers agree, then every case on which they don't. */
export function showAgreement({ read, same, accepted, unread, different }: Agreement): string {
  return [
    `read ${read}: same ${same}, accepted ${accepted}, different ${different.length}; not read ${unread}`,
    ...different.map(({ id, first, accept, second }) => `${id}: ${[first, ...accept].join(' or ')}; second ${second}`),
  ].join('\n')
}

export const showJudgements = (groups: Readonly<Record<string, Judgement>>): string =>
  Object.entries(groups)
    .map(([name, { answers, cited, own, unmarked, asked }]) =>
      [
        `${name}: ${answers} answers, ${cited.n + own + unmarked} sentences`,
        `  cite something ${cited.n}: supported ${cited.supported}, partly ${cited.partly}, not ${cited.not}, not judged ${cited.open}`,
        `  own advice ${own}, without a mark ${unmarked}`,
        `  answer what was asked: yes ${asked.yes}, partly ${asked.partly}, no ${asked.no}`,
      ].join('\n'),
    )
    .join('\n')

const listed = (what: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`  ${what}: ${ids.join(' ')}`]

const row = (name: string, n: number, shares: readonly number[]): string =>
  `${name.padEnd(18)} ${String(n).padStart(4)}  ${shares.map((one) => share(one).padStart(6)).join(' ')}`

const share = (value: number): string => value.toFixed(3)
