import type { Meter } from './count.ts'
import { failureOf, mayPass, WORDS } from './failure.ts'
import { loadEmbeddings, type Embeddings } from './langchain.ts'
import { createRest } from './rest.ts'
import type { EmbeddingConfig } from './settings.ts'
import { openVectorCache, type VectorCache } from './vector-cache.ts'
import { untilAborted, waited } from './waiting.ts'

/** The shape retrieval asks for (retrieval/embedder/embedder.ts); adapters don't import retrieval. */
export interface ProviderEmbedder {
  readonly id: string
  readonly dimensions: number
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
  familiarity(texts: readonly string[]): number
}

/** One space of vectors, two ways into it. Both reject in words for whoever runs the bot; the errors hold no key. */
export type ProviderEmbedders = Readonly<{
  /** For the corpus: waits as long as it takes, and keeps every vector on disk. */
  patient: ProviderEmbedder
  /** For what people ask: gives up soon, leaves a provider alone that has just failed, and keeps nothing. */
  hasty: ProviderEmbedder
}>

export type EmbedderNeeds = Readonly<{
  config: EmbeddingConfig
  /** Where vectors of the corpus are kept. */
  folder: string
  meter: Meter
  /** Milliseconds since 1970. */
  now: () => number
  /** Of the first wait between two attempts, in milliseconds; each next one is twice as long. */
  backOffMs?: number
}>

/** Providers take a few hundred texts, or some 300,000 tokens, at once. */
const AT_A_TIME = 128
/** In characters, of which a token is one at worst; providers refuse a text of more than 8,192 tokens. */
const LONGEST_TEXT = 8_000
const ATTEMPTS = 6
const BACK_OFF_MS = 500
const PATIENCE_MS = { hasty: 4_000, patient: 180_000 }

/** Embedded once, so that the number of dimensions needs no setting. */
const PROBE = 'Shirube'

export async function createProviderEmbedders(needs: EmbedderNeeds): Promise<ProviderEmbedders> {
  const { config, folder, now } = needs
  const space = `${config.provider}/${config.model}@${new URL(config.baseUrl).host}`
  const kept = `${space} ${config.baseUrl}`
  const ask = asker(needs, await loadEmbeddings(config, AT_A_TIME))
  const askSoon: AskAll = (texts) => ask(texts, PATIENCE_MS.hasty)
  const dimensions = await dimensionsOf(askSoon, await openVectorCache(folder, `${kept} probe`))
  const same = (askAll: AskAll): AskAll => ofLength(askAll, { dimensions, name: nameOf(config) })
  const embedder = (askAll: AskAll): ProviderEmbedder => ({
    id: `${space}/${dimensions}`,
    dimensions,
    embed: (texts) => embedEach(texts, dimensions, askAll),
    familiarity: () => 1,
  })
  return {
    patient: embedder(
      keeping(
        folder,
        kept,
        same((texts) => ask(texts, PATIENCE_MS.patient)),
      ),
    ),
    hasty: embedder(resting(same(askSoon), now)),
  }
}

type AskAll = (texts: readonly string[]) => Promise<readonly Float32Array[]>

async function dimensionsOf(ask: AskAll, cache: VectorCache): Promise<number> {
  const known = cache.read(PROBE)
  if (known !== undefined) return known.length
  const [vector = new Float32Array()] = await ask([PROBE])
  await cache.keep([{ text: PROBE, vector }])
  return vector.length
}

/** Each different text once. Providers refuse an empty one; the zero vector is like nothing. */
async function embedEach(texts: readonly string[], dimensions: number, ask: AskAll) {
  const wanted = [...new Set(texts.map(shortened))].filter((text) => text !== '')
  const asked = wanted.length === 0 ? [] : await ask(wanted)
  const byText = new Map(wanted.map((text, index) => [text, asked[index]]))
  return texts.map((text) => byText.get(shortened(text)) ?? new Float32Array(dimensions))
}

const shortened = (text: string): string => text.trim().slice(0, LONGEST_TEXT).toWellFormed()

/** A model that changes under the same name must not mix its vectors with the old ones. */
const ofLength =
  (ask: AskAll, { dimensions, name }: Readonly<{ dimensions: number; name: string }>): AskAll =>
  async (texts) => {
    const vectors = await ask(texts)
    if (vectors.some(({ length }) => length !== dimensions))
      throw new Error(`${name} changed the length of its vectors; start Shirube again`)
    return vectors
  }

/**
 * Asks for what is not on disk, batch by batch, and keeps each as it comes: what was paid for survives a stop. The file is
 * read when it is needed; most starts find the whole index on disk.
 */
function keeping(folder: string, space: string, ask: AskAll): AskAll {
  let opened: Promise<VectorCache> | undefined
  return async (texts) => {
    opened ??= openVectorCache(folder, space)
    const cache = await opened
    const missing = texts.filter((text) => cache.read(text) === undefined)
    for (let start = 0; start < missing.length; start += AT_A_TIME) {
      const batch = missing.slice(start, start + AT_A_TIME)
      const vectors = await ask(batch)
      await cache.keep(batch.map((text, index) => ({ text, vector: vectors[index] ?? new Float32Array() })))
    }
    return texts.map((text) => cache.read(text) ?? new Float32Array())
  }
}

/** Nobody waits for a provider that has just failed. */
function resting(ask: AskAll, now: () => number): AskAll {
  const rest = createRest(now)
  return async (texts) => {
    if (rest.isOn()) throw new Error('The embedding model is left alone for a while after a failure')
    try {
      return await ask(texts)
    } catch (cause) {
      rest.after({ kind: 'unreachable', retryAfterMs: undefined })
      throw cause
    }
  }
}

type Ask = (texts: readonly string[], patienceMs: number) => Promise<readonly Float32Array[]>

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
