import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { buildIndex } from '../retrieval/index/search-index.ts'
import type { Indexable } from '../retrieval/indexable.ts'
import { search } from '../retrieval/search.ts'
import { parseJsonLines } from './json-lines.ts'
import { averagePrecision, ndcg, percentile } from './statistics.ts'

const DEPTH = 10

export type BeirSet = Readonly<{ dir: string; queries: string; qrels: string }>

/** The figures of a public test set, printed by `eval beir`; the keys are part of the command-line contract. */
export type BeirReport = Readonly<{
  docs: number
  queries: number
  'ndcg@10': number
  'recall@10': number
  'map@10': number
  'hit@1': number
  indexMs: number
  queryMs: Readonly<{ p50: number; p95: number; p99: number }>
}>

const idSchema = z.union([z.string(), z.number()]).transform(String)
const documentSchema = z.object({ id: idSchema, title: z.string().optional(), text: z.string() })
const querySchema = z.object({ id: idSchema, text: z.string() })

/** Runs a test set (corpus.jsonl, queries, qrels) through the retrieval code that the bot answers with. */
export async function runBeir(set: BeirSet, embedder: Embedder): Promise<BeirReport> {
  const [documents, queries, qrels] = await Promise.all([
    readLines(join(set.dir, 'corpus.jsonl'), documentSchema),
    readLines(join(set.dir, `${set.queries}.jsonl`), querySchema),
    readQrels(join(set.dir, `${set.qrels}.tsv`)),
  ])
  const started = performance.now()
  const index = await buildIndex(documents.map(asEntry), embedder)
  const indexMs = performance.now() - started
  const judged = queries.filter(({ id }) => qrels.has(id))
  const latencies: number[] = []
  const scores: Scores[] = []
  for (const { id, text } of judged) {
    const asked = performance.now()
    const { ranked } = await search(index, embedder, { question: text, topic: text })
    latencies.push(performance.now() - asked)
    scores.push(
      scoresOf(
        ranked.slice(0, DEPTH).map((hit) => hit.id),
        qrels.get(id) ?? new Map<string, number>(),
      ),
    )
  }
  const mean = (name: keyof Scores): number =>
    round(scores.reduce((sum, one) => sum + one[name], 0) / Math.max(1, scores.length))
  return {
    docs: documents.length,
    queries: judged.length,
    'ndcg@10': mean('ndcg'),
    'recall@10': mean('recall'),
    'map@10': mean('map'),
    'hit@1': mean('hit'),
    indexMs: Math.round(indexMs),
    queryMs: {
      p50: round(percentile(latencies, 0.5)),
      p95: round(percentile(latencies, 0.95)),
      p99: round(percentile(latencies, 0.99)),
    },
  }
}

const asEntry = ({ id, title, text }: z.infer<typeof documentSchema>): Indexable => ({
  id,
  shelf: 'plain',
  kind: 'topic',
  fields: { text: [title === undefined ? text : `${title} ${text}`] },
})

type Scores = Readonly<{ ndcg: number; recall: number; map: number; hit: number }>

function scoresOf(ranked: readonly string[], relevance: ReadonlyMap<string, number>): Scores {
  const relevant = [...relevance].filter(([, gain]) => gain > 0).map(([id]) => id)
  return {
    ndcg: ndcg(ranked, relevance, DEPTH),
    recall: relevant.filter((id) => ranked.includes(id)).length / Math.max(1, relevant.length),
    map: averagePrecision(ranked, relevance, DEPTH),
    hit: relevant.includes(ranked[0] ?? '') ? 1 : 0,
  }
}

const readLines = async <T>(path: string, schema: z.ZodType<T>): Promise<readonly T[]> =>
  parseJsonLines(await readFile(path, 'utf8'), { path, schema, wrong: 'not a line of this kind of file' })

async function readQrels(path: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.trim().split('\t'))
  const qrels = new Map<string, Map<string, number>>()
  for (const [query = '', document = '', gain = ''] of rows) {
    if (Number.isNaN(Number(gain)) || gain === '') continue // the heading
    qrels.set(query, (qrels.get(query) ?? new Map<string, number>()).set(document, Number(gain)))
  }
  return qrels
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000
