import { join } from 'node:path'
import type { Meter } from '../adapters/model/count.ts'
import { createProviderEmbedders } from '../adapters/model/embedder.ts'
import { loadModel } from '../adapters/model/model.ts'
import type { EmbeddingConfig } from '../adapters/model/settings.ts'
import { rerankedBy } from '../bot/answering/reranked.ts'
import type { Inbox, Knowledge, Retriever } from '../bot/ports.ts'
import { asComposed, createWording, type Wording } from '../bot/writing/wording.ts'
import type { Config } from '../config.ts'
import { describeError } from './describe-error.ts'
import { openIndex, type IndexSource } from '../retrieval/index/cache.ts'
import { createRetriever } from '../retrieval/retriever.ts'
import { withSecondOpinion } from '../retrieval/second-opinion.ts'

/** Who hears of what a person need not. Nothing in it was said by anybody. */
export type Observing = Readonly<{
  meter: Meter
  info: (message: string) => void
  /** A model was of no use, and the answer was composed or found without it. */
  warn: (message: string) => void
}>
export const UNOBSERVED: Observing = { meter: () => undefined, info: () => undefined, warn: () => undefined }

/** What the models that are configured add to a bot that works without them; each of them undefined where it is off. */
export type Models = Readonly<{
  word: (needs: Readonly<{ knowledge: Knowledge; recall: Inbox['thread'] }>) => Wording
  rerank: (retriever: Retriever, knowledge: Knowledge) => Retriever
}>

/** Loads no package of any model unless one is configured. */
export async function loadModels({ model: { chat } }: Config, { meter, warn }: Observing): Promise<Models> {
  const model = chat && (await loadModel({ config: chat, meter, now: Date.now }))
  const { writer, reranker } = model ?? {}
  return {
    word: (needs) => (writer === undefined ? asComposed : createWording({ ...needs, writer, note: warn })),
    rerank: (retriever, knowledge) =>
      reranker === undefined ? retriever : rerankedBy({ retriever, reranker, knowledge }),
  }
}

export type Ranking = Readonly<{
  retriever: Retriever
  /** Whose vectors decide the order right now. */
  rankedBy: () => string
  /** When the configured provider's index is in use, or its first try has failed. Never rejects. */
  settled: Promise<void>
}>

/** Between two tries to build the provider's index, in milliseconds. */
const AGAIN_MS = 300_000

/**
 * Search that begins on the index that ships, and goes over to a configured provider's vectors once their index is built or
 * read. Both are kept: whatever happens to the provider, a question is answered.
 */
export function rankBy(
  { dataDir, model: { embedding } }: Config,
  source: Omit<IndexSource, 'folder'> & { own: Retriever },
  observing: Observing,
): Ranking {
  const { own, embedder } = source
  if (embedding === undefined) return { retriever: own, rankedBy: () => embedder.id, settled: Promise.resolve() }
  let other: Readonly<{ retriever: Retriever; id: string }> | undefined
  const note = (happening: 'failed' | 'works again', cause?: unknown): void => {
    if (happening === 'failed') observing.warn(`${describeError(cause)}; ${embedder.id} ranks meanwhile`)
    else observing.info(`${embedding.model} ranks again`)
  }
  const swap = async (): Promise<void> => {
    try {
      other = await openOther({ embedding, dataDir, source, meter: observing.meter })
      observing.info(`${other.id} ranks from now on`)
    } catch (cause) {
      note('failed', cause)
      setTimeout(() => void swap(), AGAIN_MS).unref()
    }
  }
  return {
    retriever: withSecondOpinion({ own, other: () => other?.retriever, note }),
    rankedBy: () => other?.id ?? embedder.id,
    settled: swap(),
  }
}

type Opening = Readonly<{
  embedding: EmbeddingConfig
  dataDir: string
  source: Omit<IndexSource, 'folder'>
  meter: Meter
}>

async function openOther({ embedding, dataDir, source, meter }: Opening) {
  const folder = join(dataDir, 'provider-vectors')
  const { patient, hasty } = await createProviderEmbedders({ config: embedding, folder, meter, now: Date.now })
  const { index } = await openIndex({ ...source, folder: join(dataDir, 'provider-index'), embedder: patient })
  return { retriever: createRetriever(index, hasty), id: patient.id }
}
