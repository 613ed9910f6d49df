import { readFacet } from '../bot/answering/facet.ts'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { SIGNALS, type Signals } from '../retrieval/signals.ts'
import type { SearchIndex } from '../retrieval/index/search-index.ts'
import { search } from '../retrieval/search.ts'
import { isInScope, type Case } from './cases.ts'

/** Keeps weights small where few cases would otherwise let them grow without bound (ridge penalty per case). */
const PENALTY = 0.01
const STEPS = 20_000
const RATE = 0.1

type Sample = Readonly<{ signals: Signals; covered: number }>

export type GateWeights = Readonly<{ weights: Signals; bias: number; samples: number }>

/** Questions that stand on their own; whether small talk is covered is not for this gate to say. */
export const GATED_KINDS: ReadonlySet<Case['kind']> = new Set(['clause', 'everyday', 'page', 'far', 'near'])

/** Fits the gate's logistic regression to questions the corpus covers and questions it doesn't. */
export async function calibrate(index: SearchIndex, embedder: Embedder, cases: readonly Case[]): Promise<GateWeights> {
  const used = cases.filter(({ kind }) => GATED_KINDS.has(kind))
  const samples: Sample[] = []
  for (const one of used) {
    samples.push({
      signals: (await search(index, embedder, { question: one.q, topic: readFacet(one.q).topic })).signals,
      covered: isInScope(one) ? 1 : 0,
    })
  }
  return { ...fit(samples), samples: samples.length }
}

/** Gradient descent on standardised signals, given back in the signals' own units; both classes weigh the same. */
export function fit(samples: readonly Sample[]): { weights: Signals; bias: number } {
  const scale = SIGNALS.map((name) => momentsOf(samples.map(({ signals }) => signals[name])))
  const rows = samples.map(({ signals }) =>
    SIGNALS.map((name, at) => (signals[name] - (scale[at]?.mean ?? 0)) / (scale[at]?.deviation ?? 1)),
  )
  const covered = samples.filter(({ covered: is }) => is === 1).length
  const share = samples.map(({ covered: is }) => 0.5 / (is === 1 ? covered : samples.length - covered))
  const weights = SIGNALS.map(() => 0)
  let bias = 0
  for (let step = 0; step < STEPS; step += 1) {
    const errors = rows.map(
      (row, at) => (sigmoid(inner(row, weights) + bias) - (samples[at]?.covered ?? 0)) * (share[at] ?? 0),
    )
    for (const at of weights.keys()) {
      const slope = errors.reduce((sum, error, row) => sum + error * (rows[row]?.[at] ?? 0), 0)
      weights[at] = (weights[at] ?? 0) - RATE * (slope + PENALTY * (weights[at] ?? 0))
    }
    bias -= RATE * errors.reduce((sum, error) => sum + error, 0)
  }
  return inOwnUnits(weights, bias, scale)
}

type Moments = Readonly<{ mean: number; deviation: number }>

function inOwnUnits(
  weights: readonly number[],
  bias: number,
  scale: readonly Moments[],
): { weights: Signals; bias: number } {
  const own = weights.map((weight, at) => weight / (scale[at]?.deviation ?? 1))
  const moved = bias - own.reduce((sum, weight, at) => sum + weight * (scale[at]?.mean ?? 0), 0)
  const rounded = SIGNALS.map((name, at) => [name, round(own[at] ?? 0)])
  // SIGNALS names every signal, so the object built from it has them all.
  return { weights: Object.fromEntries(rounded) as Signals, bias: round(moved) }
}

function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, deviation: Math.sqrt(variance) || 1 }
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))
const inner = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
const round = (value: number): number => Math.round(value * 1000) / 1000
