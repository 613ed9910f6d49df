import type { HierarchicalNSW } from 'hnswlib-node'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus } from '../corpus/load.ts'
import { loadBagEmbedder, WEIGHTS } from '../retrieval/embedder/bag.ts'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { buildLexical } from '../retrieval/lexical/lexical.ts'
import { buildGraph, buildStored, changedFrom, type StoredIndex } from '../retrieval/index/search-index.ts'
import { indexablesOf, type Indexable } from '../retrieval/indexable.ts'
import { passagesFrom } from './scale.ts'

const CHANGED = 5

/** Seconds of processor to index a collection, and to bring its index up to date after a few of its entries changed. */
export async function updating(): Promise<readonly string[]> {
  const [corpus, embedder] = await Promise.all([loadCorpus(CORPUS_DATA), loadBagEmbedder(WEIGHTS)])
  const entries = indexablesOf(corpus)
  await buildStored(entries.slice(0, 50), embedder) // warms up
  return [
    `${CHANGED} entries changed, seconds of processor      anew  (words of it)  updated`,
    await lineFor('the corpus', entries, embedder),
    await lineFor('10,000 passages', passagesFrom(entries, 10_000), embedder),
  ]
}

type Index = Readonly<{ stored: StoredIndex; graph: HierarchicalNSW | undefined }>

async function lineFor(name: string, entries: readonly Indexable[], embedder: Embedder): Promise<string> {
  const changed = entries.map((entry, at) => (at % Math.floor(entries.length / CHANGED) === 1 ? edited(entry) : entry))
  const anew = async (): Promise<Index> => {
    const stored = await buildStored(entries, embedder)
    return { stored, graph: await buildGraph(stored) }
  }
  const [before, anewSeconds] = await timed(anew)
  const [, wordSeconds] = await timed(() => Promise.resolve(buildLexical(changed)))
  const [, updatedSeconds] = await timed(async () =>
    changedFrom(before, await buildStored(changed, embedder, before.stored)),
  )
  const shown = (seconds: number): string => seconds.toFixed(2).padStart(8)
  return `${`${name} (${entries.length})`.padEnd(40)}${shown(anewSeconds)}${shown(wordSeconds)}${shown(updatedSeconds).padStart(14)}`
}

const edited = (entry: Indexable): Indexable => ({
  ...entry,
  fields: { ...entry.fields, questions: [...(entry.fields['questions'] ?? []), 'who keeps the spare key of the safe'] },
})

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = process.threadCpuUsage()
  const done = await work()
  const { user, system } = process.threadCpuUsage(before)
  return [done, (user + system) / 1_000_000]
}
