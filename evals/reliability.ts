import { readFacet } from '../bot/answering/facet.ts'
import type { Retriever } from '../bot/ports.ts'
import { GATED_KINDS } from './calibrate.ts'
import { isInScope, type Case } from './cases.ts'

/** What the gate said of a question, and whether the corpus covers it. */
export type Forecast = Readonly<{ coverage: number; covered: boolean }>

/** Forecasts that lie in one tenth: what was forecast in the middle, and how often it came true. */
export type Bin = Readonly<{ from: number; n: number; outside: number; forecast: number; observed: number }>

export type Reliability = Readonly<{
  n: number
  outside: number
  bins: readonly Bin[]
  /** Expected calibration error: how far forecast and observed lie apart, over all bins (Naeini et al., 2015). */
  ece: number
  /** Mean squared error of the forecasts (Brier, 1950); always saying one half gives 0.25. */
  brier: number
}>

/** The gate's forecasts on the questions it is calibrated for. */
export async function forecastsOf(retriever: Retriever, cases: readonly Case[]): Promise<readonly Forecast[]> {
  const forecasts: Forecast[] = []
  for (const one of cases.filter(({ kind }) => GATED_KINDS.has(kind))) {
    const { coverage } = await retriever.find({ question: one.q, topic: readFacet(one.q).topic })
    forecasts.push({ coverage, covered: isInScope(one) })
  }
  return forecasts
}

const BINS = 10

/**
 * Covered questions and others count the same in sum, as they do when the gate is calibrated: how many of each a set holds
 * is a choice of whoever wrote it.
 */
export function reliabilityOf(forecasts: readonly Forecast[]): Reliability {
  const outside = forecasts.filter(({ covered }) => !covered).length
  const weightOf = ({ covered }: Forecast): number => 0.5 / (covered ? forecasts.length - outside : outside)
  const mean = (some: readonly Forecast[], value: (one: Forecast) => number): number => {
    const weight = some.reduce((sum, one) => sum + weightOf(one), 0)
    return some.reduce((sum, one) => sum + weightOf(one) * value(one), 0) / weight
  }
  const groups = [...Map.groupBy(forecasts, ({ coverage }) => Math.min(BINS - 1, Math.floor(coverage * BINS)))]
  const bins = groups
    .toSorted(([a], [b]) => a - b)
    .map(([number, some]): Bin => ({
      from: number / BINS,
      n: some.length,
      outside: some.filter(({ covered }) => !covered).length,
      forecast: mean(some, ({ coverage }) => coverage),
      observed: mean(some, ({ covered }) => (covered ? 1 : 0)),
    }))
  const gaps = groups.map(([, some]) =>
    Math.abs(some.reduce((sum, one) => sum + weightOf(one) * (one.coverage - (one.covered ? 1 : 0)), 0)),
  )
  return {
    n: forecasts.length,
    outside,
    bins,
    ece: gaps.reduce((sum, gap) => sum + gap, 0),
    brier: mean(forecasts, ({ coverage, covered }) => (coverage - (covered ? 1 : 0)) ** 2),
  }
}
