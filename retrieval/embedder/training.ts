import { toUnitLength } from './embedder.ts'
import { featuresOf } from './features.ts'
import { seededRandom, type Random } from './random.ts'
import { SparseAdam } from './adam.ts'
import { LANDMARK_LENGTH, type BagWeights, type Landmarks } from './weights-file.ts'

/** A text and the entry it belongs to; `outside` where that stands for something the corpus doesn't cover. */
export type Example = Readonly<{ text: string; entry: string; outside: boolean }>

export type TrainingOptions = Readonly<{
  buckets: number
  dimensions: number
  epochs: number
  /** Inverse temperature of the softmax over entries. */
  sharpness: number
  /** A bucket met in fewer texts than this learns nothing and stays silent: one text is an accident. */
  fewestTexts: number
  /** Share of a text's features left out each time it is seen, so that no single word is relied on. */
  dropout: number
  learningRate: number
  seed: number
}>

const BATCH = 64

/**
 * Learns one vector per feature bucket such that a text lands nearest to the prototype of its entry: cross-entropy over
 * the cosine to every entry's prototype (a contrastive loss whose negatives are all other entries, siblings included).
 * At run time an entry is represented by the vectors of its own texts; prototypes stay as landmarks, by which texts of a
 * strange subject are known.
 * The same examples, options and platform give the same weights.
 */
export function trainBag(examples: readonly Example[], options: TrainingOptions): BagWeights {
  const random = seededRandom(options.seed)
  const entries = [...new Set(examples.map(({ entry }) => entry))].sort()
  const numbers = new Map(entries.map((entry, number) => [entry, number]))
  const seen = withoutAccidents(
    examples.map(({ text, entry }) => ({
      features: featuresOf(text, options.buckets),
      entry: numbers.get(entry) ?? 0,
    })),
    options,
  )
  const state = createState(entries.length, options, random)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.learningRate * (1 - epoch / options.epochs)
    const order = shuffled(seen.length, random)
    for (let start = 0; start < order.length; start += BATCH) {
      for (const index of order.subarray(start, start + BATCH)) {
        const example = seen[index]
        if (example !== undefined) learn(state, { ...example, options, random })
      }
      state.buckets.step(rate)
      state.prototypes.step(rate)
    }
  }
  const outside = new Set(examples.filter((one) => one.outside).map(({ entry }) => entry))
  const isOutside = entries.map((entry) => outside.has(entry))
  return { ...quantise(state.buckets, options), landmarks: landmarksOf(state, isOutside) }
}

type Seen = Readonly<{ features: Uint32Array; entry: number }>

function withoutAccidents(seen: readonly Seen[], { buckets, fewestTexts }: TrainingOptions): readonly Seen[] {
  const texts = new Uint32Array(buckets)
  for (const { features } of seen) for (const bucket of new Set(features)) texts[bucket] = (texts[bucket] ?? 0) + 1
  return seen.map(({ features, entry }) => ({
    features: features.filter((bucket) => (texts[bucket] ?? 0) >= fewestTexts),
    entry,
  }))
}

type State = Readonly<{ buckets: SparseAdam; prototypes: SparseAdam; entries: number; dimensions: number }>

function createState(entries: number, { buckets, dimensions }: TrainingOptions, random: Random): State {
  return {
    buckets: new SparseAdam({ rows: buckets, columns: dimensions, spread: 0.03, random }),
    prototypes: new SparseAdam({ rows: entries, columns: dimensions, spread: 1 / Math.sqrt(dimensions), random }),
    entries,
    dimensions,
  }
}

type Step = Readonly<{ features: Uint32Array; entry: number; options: TrainingOptions; random: Random }>

function learn(state: State, { features, entry, options, random }: Step): void {
  const kept = features.filter(() => random() >= options.dropout)
  if (kept.length === 0) return
  const { vector, length } = pool(state, kept)
  if (length === 0) return
  const errors = softmaxErrors(state, vector, { entry, sharpness: options.sharpness })
  const gradient = backThroughPrototypes(state, vector, errors)
  const along = gradient.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0)
  const back = gradient.map((value, index) => (value - along * (vector[index] ?? 0)) / length)
  for (const bucket of kept) state.buckets.accumulate(bucket, back)
}

function pool({ buckets, dimensions }: State, features: Uint32Array): { vector: Float32Array; length: number } {
  const vector = new Float32Array(dimensions)
  for (const bucket of features) {
    const start = bucket * dimensions
    for (let index = 0; index < dimensions; index += 1) {
      vector[index] = (vector[index] ?? 0) + (buckets.values[start + index] ?? 0)
    }
  }
  const length = Math.hypot(...vector)
  if (length > 0) for (let index = 0; index < dimensions; index += 1) vector[index] = (vector[index] ?? 0) / length
  return { vector, length }
}

/** d loss / d logit of every entry, times the sharpness. Prototypes are kept near unit length by the softmax scale. */
function softmaxErrors(
  { prototypes, entries, dimensions }: State,
  vector: Float32Array,
  { entry, sharpness }: { entry: number; sharpness: number },
): Float32Array {
  const logits = new Float32Array(entries)
  let highest = -Infinity
  for (let other = 0; other < entries; other += 1) {
    let cosine = 0
    for (let index = 0; index < dimensions; index += 1) {
      cosine += (vector[index] ?? 0) * (prototypes.values[other * dimensions + index] ?? 0)
    }
    logits[other] = sharpness * cosine
    highest = Math.max(highest, sharpness * cosine)
  }
  const weights = logits.map((logit) => Math.exp(logit - highest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight, other) => sharpness * (weight / total - (other === entry ? 1 : 0)))
}

function backThroughPrototypes(
  { prototypes, entries, dimensions }: State,
  vector: Float32Array,
  errors: Float32Array,
): Float32Array {
  const gradient = new Float32Array(dimensions)
  for (let other = 0; other < entries; other += 1) {
    const error = errors[other] ?? 0
    if (Math.abs(error) < 1e-4) continue
    for (let index = 0; index < dimensions; index += 1) {
      gradient[index] = (gradient[index] ?? 0) + error * (prototypes.values[other * dimensions + index] ?? 0)
    }
    prototypes.accumulate(other, vector, error)
  }
  return gradient
}

/** int8 per bucket with one scale; buckets no example touched become zero, so unknown words add nothing. */
function quantise(trained: SparseAdam, { buckets, dimensions }: TrainingOptions): Omit<BagWeights, 'landmarks'> {
  const scales = new Float32Array(buckets)
  const values = new Int8Array(buckets * dimensions)
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!trained.wasTouched(bucket)) continue
    const row = trained.values.subarray(bucket * dimensions, (bucket + 1) * dimensions)
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const scale = largest / 127
    scales[bucket] = scale
    if (scale > 0)
      for (const [index, value] of row.entries()) values[bucket * dimensions + index] = Math.round(value / scale)
  }
  return { buckets, dimensions, scales, values }
}

function landmarksOf({ prototypes, dimensions }: State, isOutside: readonly boolean[]): Landmarks {
  const landmarks = (outside: boolean): Int8Array =>
    Int8Array.from(
      [...isOutside.keys()]
        .filter((entry) => isOutside[entry] === outside)
        .flatMap((entry) => {
          const prototype = prototypes.values.subarray(entry * dimensions, (entry + 1) * dimensions)
          return Array.from(toUnitLength(prototype.slice()), (value) => Math.round(value * LANDMARK_LENGTH))
        }),
    )
  return { inside: landmarks(false), outside: landmarks(true) }
}

function shuffled(size: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index)
  for (let index = size - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    const here = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = here
  }
  return order
}
