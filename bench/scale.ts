import { join } from 'node:path'
import { readFacet } from '../bot/answering/facet.ts'
import type { Wanted } from '../bot/ports.ts'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus } from '../corpus/load.ts'
import { CASES, readCases } from '../evals/cases.ts'
import { percentile } from '../evals/statistics.ts'
import { exactIndex } from '../retrieval/dense/exact.ts'
import { loadBagEmbedder, WEIGHTS } from '../retrieval/embedder/bag.ts'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { buildGraph, buildStored, withNearest, type SearchIndex } from '../retrieval/index/search-index.ts'
import { indexablesOf, sentencesOf, type Indexable } from '../retrieval/indexable.ts'
import { search } from '../retrieval/search.ts'
import { usedMegabytes } from './memory.ts'

const SIZES = [1_000, 10_000, 100_000]
const DEPTH = 10

/**
 * The whole search over more and more passages, made from the corpus's own texts, each passage an entry of its own:
 * what it takes to build, how long a question takes, how many of the true ten nearest the graph finds.
 */
export async function scale(): Promise<readonly string[]> {
  const [corpus, embedder, cases] = await Promise.all([
    loadCorpus(CORPUS_DATA),
    loadBagEmbedder(WEIGHTS),
    readCases(join(CASES, 'dev')),
  ])
  const questions = cases.map(({ q }) => q)
  const passages = passagesFrom(indexablesOf(corpus), Math.max(...SIZES))
  const lines = [
    `${questions.length} development questions, ${ROUNDS} times each; the graph’s own memory is not counted`,
    '                              ms: p50     p95     p99   busy: p50     p95     p99',
    'passages   build s  graph s                                                        recall@10  memory MB',
  ]
  for (const size of SIZES) lines.push(await lineFor(passages.slice(0, size), embedder, questions))
  return lines
}

/**
 * Every text of the corpus once; then pairs of texts of one entry, nearer first, so that passages about the same thing
 * lie as close together as they do in a real collection.
 */
export function passagesFrom(entries: readonly Indexable[], wanted: number): readonly Indexable[] {
  const passages: string[] = []
  const texts = entries.map(sentencesOf)
  for (let apart = 0; passages.length < wanted; apart += 1) {
    for (const own of texts) {
      for (const [at, text] of own.entries()) {
        const other = own[at + apart]
        if (other !== undefined) passages.push(apart === 0 ? text : `${text} ${other}`)
      }
    }
  }
  const spread = passages.length / wanted
  return Array.from({ length: wanted }, (_, number) => ({
    id: String(number),
    shelf: 'plain',
    kind: 'topic',
    fields: { text: [passages[Math.floor(number * spread)] ?? ''] },
  }))
}

async function lineFor(
  passages: readonly Indexable[],
  embedder: Embedder,
  questions: readonly string[],
): Promise<string> {
  const before = await usedMegabytes()
  const started = performance.now()
  const stored = await buildStored(passages, embedder)
  const built = performance.now()
  const index = withNearest(stored, await buildGraph(stored))
  const graphed = performance.now()
  const memory = (await usedMegabytes()) - before
  const { passed, busy } = await timesOf(index, embedder, questions)
  const at = (times: readonly number[]): string =>
    [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(2).padStart(8)).join('')
  return [
    String(passages.length).padStart(8),
    ((built - started) / 1000).toFixed(1).padStart(10),
    ((graphed - built) / 1000).toFixed(1).padStart(9),
    `  ${at(passed)}  ${at(busy)}`,
    (await recallOf(index, embedder, questions)).toFixed(4).padStart(12),
    memory.toFixed(0).padStart(12),
  ].join('')
}

const ROUNDS = 5

/** All in milliseconds. `busy` is the processor's time for a question, the mean of its rounds: other work on the machine does not lengthen it. */
type Times = Readonly<{ passed: readonly number[]; busy: readonly number[] }>

/** As the retriever asks; one round before to warm up. */
async function timesOf(index: SearchIndex, embedder: Embedder, questions: readonly string[]): Promise<Times> {
  const passed: number[] = []
  const busy: number[] = []
  for (const question of questions) await search(index, embedder, wantedOf(question))
  for (const question of questions) {
    const wanted = wantedOf(question)
    const busyBefore = process.threadCpuUsage()
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now()
      await search(index, embedder, wanted)
      passed.push(performance.now() - started)
    }
    const { user, system } = process.threadCpuUsage(busyBefore)
    busy.push((user + system) / 1000 / ROUNDS)
  }
  return { passed, busy }
}

const wantedOf = (question: string): Wanted => ({ question, topic: readFacet(question).topic })

async function recallOf(index: SearchIndex, embedder: Embedder, questions: readonly string[]): Promise<number> {
  const exact = exactIndex(index.centroids.vectors)
  let found = 0
  let wanted = 0
  for (const vector of await embedder.embed(questions)) {
    const truth = exact.nearest(vector, DEPTH)
    const rows = new Set(truth.map(({ row }) => row))
    found += index.nearest.nearest(vector, DEPTH).filter(({ row }) => rows.has(row)).length
    wanted += truth.length
  }
  return found / Math.max(1, wanted)
}
