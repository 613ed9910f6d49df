import type { EmbeddingConfig } from './config.ts'
import type { Meter } from './count.ts'
import { failureOf, mayPass, WORDS } from './failure.ts'
import { loadEmbeddings, type Embeddings } from './langchain.ts'
import { createVectorCache, type VectorCache } from './vector-cache.ts'
import { untilAborted, waited } from './waiting.ts'

/** The shape retrieval asks for (retrieval/embedder/embedder.ts); adapters don't import retrieval. */
export interface ProviderEmbedder {
  readonly id: string
  readonly dimensions: number
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  familiarity(texts: readonly string[]): number
}

export type EmbedderNeeds = Readonly<{
  config: EmbeddingConfig
  /** Where vectors of the corpus are kept; what people ask is never kept. */
  folder: string
  meter: Meter
  /** Of the first wait between two attempts, in milliseconds; each next one is twice as long. */
  backOffMs?: number
}>

/** Providers take a few hundred texts, or some 300,000 tokens, at once. */
const AT_A_TIME = 128
/** In characters, of which a token is one at worst; providers refuse a text of more than 8,192 tokens. */
const LONGEST_TEXT = 8_000
const ATTEMPTS = 6
const BACK_OFF_MS = 500
/** A person waits for a single text, and for a while only; the index for as long as it takes. */
const PATIENCE_MS = { one: 4_000, many: 180_000 }

/** Asked once, so that the number of dimensions needs no setting. */
const PROBE = 'Shirube'

/** Rejects, in words for whoever runs the bot, where the provider can't be used; the errors hold no key. */
export async function createProviderEmbedder(needs: EmbedderNeeds): Promise<ProviderEmbedder> {
  const { config, folder } = needs
  const space = `${config.provider}/${config.model}`
  const cache = createVectorCache(folder, `${space}@${config.baseUrl}`)
  const ask = asker(needs, await loadEmbeddings(config, AT_A_TIME))
  const probe = (await cache.read(PROBE)) ?? (await ask([PROBE], PATIENCE_MS.many))[0] ?? new Float32Array()
  await cache.keep(PROBE, probe)
  const dimensions = probe.length
  return {
    id: `${space}/${dimensions}`,
    dimensions,
    embed: (texts) => embed(texts, { ask, cache, dimensions, name: nameOf(config) }),
    familiarity: () => 1,
  }
}

type Ask = (texts: readonly string[], patienceMs: number) => Promise<readonly Float32Array[]>
type Embedding = Readonly<{ ask: Ask; cache: VectorCache; dimensions: number; name: string }>

/** A single text is a question, and what people ask is not kept. */
async function embed(texts: readonly string[], embedding: Embedding): Promise<readonly Float32Array[]> {
  const none = new Float32Array(embedding.dimensions)
  const isQuestion = texts.length === 1
  const wanted = [...new Set(texts.map(shortened))].filter((text) => text !== '')
  const kept = isQuestion ? new Map<string, Float32Array>() : await readKept(wanted, embedding)
  const missing = wanted.filter((text) => !kept.has(text))
  const asked = await askFor(missing, isQuestion, embedding)
  // Providers refuse an empty text; the zero vector is like nothing.
  return texts.map(shortened).map((text) => kept.get(text) ?? asked.get(text) ?? none)
}

async function readKept(wanted: readonly string[], { cache, dimensions }: Embedding) {
  const kept = new Map<string, Float32Array>()
  for (const text of wanted) {
    const vector = await cache.read(text)
    if (vector?.length === dimensions) kept.set(text, vector)
  }
  return kept
}

async function askFor(missing: readonly string[], isQuestion: boolean, { ask, cache, dimensions, name }: Embedding) {
  const asked = new Map<string, Float32Array>()
  for (let start = 0; start < missing.length; start += AT_A_TIME) {
    const batch = missing.slice(start, start + AT_A_TIME)
    const vectors = await ask(batch, isQuestion ? PATIENCE_MS.one : PATIENCE_MS.many)
    for (const [index, text] of batch.entries()) {
      const vector = vectors[index]
      if (vector?.length !== dimensions)
        throw new Error(`${name} changed the length of its vectors; start Shirube again`)
      asked.set(text, vector)
      if (!isQuestion) await cache.keep(text, vector)
    }
  }
  return asked
}

const shortened = (text: string): string => text.trim().slice(0, LONGEST_TEXT).toWellFormed()

/** Asks the provider, again and again while it is worth it: after what it says to wait, or twice as long each time. */
function asker({ config, meter, backOffMs = BACK_OFF_MS }: EmbedderNeeds, embeddings: Embeddings): Ask {
  return async (texts, patienceMs) => {
    const signal = AbortSignal.timeout(patienceMs)
    const end = performance.now() + patienceMs
    for (let attempt = 1; ; attempt += 1) {
      meter({ task: 'embed', kind: 'called' })
      const asked = await once(embeddings, texts, signal)
      if (asked.kind === 'said') return asked.vectors
      const failure = failureOf(asked.error)
      meter({ task: 'embed', kind: 'failed', failure: failure.kind })
      const wait = failure.retryAfterMs ?? backOffMs * 2 ** (attempt - 1)
      const again = attempt < ATTEMPTS && mayPass(failure) && performance.now() + wait < end
      if (!again || !(await waited(wait, signal)))
        throw new Error(`${nameOf(config)} can't be used: ${WORDS[failure.kind]}`)
    }
  }
}

type Said = Readonly<{ kind: 'said'; vectors: readonly Float32Array[] }> | Readonly<{ kind: 'failed'; error: unknown }>

async function once(embeddings: Embeddings, texts: readonly string[], signal: AbortSignal): Promise<Said> {
  try {
    const rows: unknown = await untilAborted(embeddings.embedDocuments([...texts]), signal)
    return { kind: 'said', vectors: vectorsFrom(rows, texts.length) }
  } catch (error) {
    return { kind: 'failed', error: signal.aborted ? signal.reason : error }
  }
}

function vectorsFrom(rows: unknown, count: number): readonly Float32Array[] {
  if (!Array.isArray(rows) || rows.length !== count) throw new TypeError('Not one vector per text')
  return rows.map((row: unknown) => {
    const vector = Float32Array.from(Array.isArray(row) ? row : [], Number)
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
    if (!(length > 0 && Number.isFinite(length))) throw new TypeError('Not a vector of finite numbers')
    return vector.map((value) => value / length)
  })
}

const nameOf = ({ provider, model }: EmbeddingConfig): string => `The embedding model ${model} (${provider})`
