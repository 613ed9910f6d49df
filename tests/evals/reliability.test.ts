import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawReliability, showReliability } from '../../evals/reliability-diagram.ts'
import { reliabilityOf, type Forecast } from '../../evals/reliability.ts'

const forecast = (coverage: number, covered: boolean): Forecast => ({ coverage, covered })

describe('reliability', () => {
  it('of forecasts that always come true is perfect', () => {
    expect(reliabilityOf([forecast(1, true), forecast(1, true), forecast(0, false)])).toMatchObject({
      ece: 0,
      brier: 0,
    })
  })

  it('of always saying one half is perfect by calibration and poor by Brier', () => {
    const { bins, ece, brier } = reliabilityOf([...Array<Forecast>(9).fill(forecast(0.5, true)), forecast(0.5, false)])
    expect(bins).toMatchObject([{ from: 0.5, n: 10, outside: 1, forecast: 0.5 }])
    expect(bins[0]?.observed).toBeCloseTo(0.5)
    expect([ece, brier]).toEqual([expect.closeTo(0), expect.closeTo(0.25)])
  })

  it('of forecasts that are always wrong is as bad as can be', () => {
    expect(reliabilityOf([forecast(0, true), forecast(1, false)])).toMatchObject({ ece: 1, brier: 1 })
  })

  it('does not depend on how many questions of either kind there are', () => {
    const some = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { maxLength: 20 })
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 5 }), (pairs, times) => {
        const both = [forecast(0.9, true), forecast(0.2, false), ...pairs.map(([at, is]) => forecast(at, is))]
        const more = both.flatMap((one) => Array<Forecast>(one.covered ? times : 1).fill(one))
        const [a, b] = [reliabilityOf(both), reliabilityOf(more)]
        expect([b.ece, b.brier]).toEqual([expect.closeTo(a.ece, 9), expect.closeTo(a.brier, 9)])
        expect(a.ece).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is drawn with a dot for every tenth that has questions, and told in a table', () => {
    const sets = { dev: reliabilityOf([forecast(0.95, true), forecast(0.05, false), forecast(0.07, false)]) }
    expect(drawReliability(sets).match(/<circle/gu)).toHaveLength(2)
    expect(showReliability(sets)).toContain('0.0–0.1       2        2      0.060     0.000')
  })
})
