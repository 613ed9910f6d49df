import { join } from 'node:path'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus } from '../corpus/load.ts'
import { CASES, isInScope, readCases, type InScope } from '../evals/cases.ts'
import { ndcg, percentile } from '../evals/statistics.ts'
import { loadBagEmbedder, WEIGHTS } from '../retrieval/embedder/bag.ts'
import { indexablesOf, type Indexable } from '../retrieval/indexable.ts'
import { usedMegabytes } from './memory.ts'
import { peersWith, type Peer, type Ranking } from './peers.ts'

const DEPTH = 10
const SETS = ['dev', 'test'] as const

/** Ours beside libraries that could take its place, in one process on the same clauses, questions and vectors. */
export async function retrieval(): Promise<readonly string[]> {
  const [corpus, embedder] = await Promise.all([loadCorpus(CORPUS_DATA), loadBagEmbedder(WEIGHTS)])
  const clauses = indexablesOf(corpus).filter(({ shelf }) => shelf === 'cpsf')
  const sets = await Promise.all(SETS.map(async (name) => ({ name, cases: await clauseCases(name) })))
  const lines = [
    `${clauses.length} CPSF entries; the same texts, fields and weights for all; times are each question’s quickest of ${TIMES}`,
    ''.padEnd(48) + 'p50 ms  p99 ms  index ms  memory MB',
  ]
  const scores = [''.padEnd(48) + headingsFor(sets)]
  for (const peer of peersWith(embedder)) {
    const { rank, indexMs, megabytes } = await indexed(peer, clauses)
    const found = []
    for (const { cases } of sets) found.push(await askAll(rank, cases))
    const times = found.flatMap((one) => one.map(({ ms }) => ms))
    const at = (share: number): string => percentile(times, share).toFixed(2).padStart(8)
    lines.push(
      `${peer.name.padEnd(46)}${at(0.5)}${at(0.99)}${indexMs.toFixed(0).padStart(10)}${megabytes.toFixed(1).padStart(11)}`,
    )
    scores.push(peer.name.padEnd(46) + found.map(scoresByLanguage).join(''))
  }
  return [...lines, 'hit@1, hit@3, nDCG@10:', ...scores]
}

const clauseCases = async (set: string): Promise<readonly InScope[]> =>
  (await readCases(join(CASES, set))).filter(isInScope).filter(({ kind }) => kind === 'clause' || kind === 'everyday')

const LANGUAGES = ['en', 'ja'] as const

const headingsFor = (sets: readonly { name: string; cases: readonly InScope[] }[]): string =>
  sets
    .flatMap(({ name, cases }) =>
      LANGUAGES.map((lang) => `${name} ${lang} (${cases.filter((one) => one.lang === lang).length})`.padEnd(22)),
    )
    .join('')

async function indexed(
  peer: Peer,
  clauses: readonly Indexable[],
): Promise<{ rank: Ranking; indexMs: number; megabytes: number }> {
  await peer.index(clauses.slice(0, 20)) // warms up what all share: tokenisers, embedder, library
  const before = await usedMegabytes()
  const started = performance.now()
  const rank = await peer.index(clauses)
  const indexMs = performance.now() - started
  return { rank, indexMs, megabytes: (await usedMegabytes()) - before }
}

type Asked = Readonly<{ one: InScope; ids: readonly string[]; ms: number }>

const TIMES = 3

/** Asks each several times and keeps the quickest, which other work on the machine disturbed least. */
async function askAll(rank: Ranking, cases: readonly InScope[]): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (const one of cases) {
    let [ids, ms]: [readonly string[], number] = [[], Infinity]
    for (let time = 0; time < TIMES; time += 1) {
      const started = performance.now()
      ids = await rank(one.q)
      ms = Math.min(ms, performance.now() - started)
    }
    asked.push({ one, ids, ms })
  }
  return asked
}

function scoresByLanguage(asked: readonly Asked[]): string {
  return LANGUAGES.map((lang) => {
    const own = asked.filter(({ one }) => one.lang === lang)
    const mean = (score: (asked: Asked) => number): string =>
      (own.reduce((sum, one) => sum + score(one), 0) / Math.max(1, own.length)).toFixed(3)
    return `${mean(within(1))}  ${mean(within(3))}  ${mean(gainOf)}   `
  }).join('')
}

const within =
  (depth: number) =>
  ({ one, ids }: Asked): number =>
    ids.slice(0, depth).some((id) => id === one.gold || one.accept.includes(id)) ? 1 : 0

/** As in evals/score.ts: the best entry counts two, one that is nearly as right one. */
const gainOf = ({ one, ids }: Asked): number =>
  ndcg(ids, new Map([...one.accept.map((id) => [id, 1] as const), [one.gold, 2]]), DEPTH)
