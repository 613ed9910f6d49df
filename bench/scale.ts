import { join } from 'node:path'
import { readFacet } from '../bot/answering/facet.ts'
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
    `${questions.length} development questions`,
    'passages   words s  vectors+graph s   p50 ms  p95 ms  p99 ms   recall@10   memory MB (graph’s own aside)',
  ]
  for (const size of SIZES) lines.push(await lineFor(passages.slice(0, size), embedder, questions))
  return lines
}

/**
 * Every text of the corpus once; then pairs of texts of one entry, nearer first, so that passages about the same thing
 * lie as close together as they do in a real collection.
 */
function passagesFrom(entries: readonly Indexable[], wanted: number): readonly Indexable[] {
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
  const before = usedMegabytes()
  const started = performance.now()
  const stored = await buildStored(passages, embedder)
  const built = performance.now()
  const index = withNearest(stored, await buildGraph(stored))
  const graphed = performance.now()
  const memory = usedMegabytes() - before
  const times = await timesOf(index, embedder, questions)
  const at = (share: number): string => percentile(times, share).toFixed(2).padStart(6)
  return [
    String(passages.length).padStart(8),
    ((built - started) / 1000).toFixed(1).padStart(10),
    ((graphed - built) / 1000).toFixed(1).padStart(16),
    `   ${at(0.5)}  ${at(0.95)}  ${at(0.99)}`,
    (await recallOf(index, embedder, questions)).toFixed(4).padStart(12),
    memory.toFixed(0).padStart(12),
  ].join('')
}

const ROUNDS = 2

/** Milliseconds per question, as the retriever asks; the first round warms up. */
async function timesOf(index: SearchIndex, embedder: Embedder, questions: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const question of questions) {
      const { topic } = readFacet(question)
      const started = performance.now()
      await search(index, embedder, { question, topic })
      if (round > 0) times.push(performance.now() - started)
    }
  }
  return times
}

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
