import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaUnderCurve, averagePrecision, mcnemar, ndcg, percentile, refusedAt } from '../../evals/statistics.ts'

type Ranking = readonly [
  what: string,
  ranked: readonly string[],
  relevance: Readonly<Record<string, number>>,
  depth: number,
  expected: number,
]

const gains = (relevance: Readonly<Record<string, number>>) => new Map(Object.entries(relevance))

describe('nDCG', () => {
  it.each<Ranking>([
    ['the only right one first', ['a', 'b'], { a: 1 }, 10, 1],
    ['the only right one second: 1 / log2(3)', ['b', 'a'], { a: 1 }, 10, 0.6309],
    ['the only right one third: 1 / 2', ['b', 'c', 'a'], { a: 1 }, 10, 0.5],
    // (1/log2(2) + 1/log2(4)) / (1/log2(2) + 1/log2(3)) = 1.5 / 1.6309
    ['two right ones at 1 and 3', ['a', 'x', 'b'], { a: 1, b: 1 }, 10, 0.9197],
    // (1 + 3/log2(3)) / (3 + 1/log2(3)) = 2.8928 / 3.6309
    ['graded gains the wrong way round', ['b', 'a'], { a: 3, b: 1 }, 10, 0.7967],
    ['a right one below the depth', ['x', 'y', 'a'], { a: 1 }, 2, 0],
    // Three relevant, depth 2: ideal is 1 + 1/log2(3); found 1.
    ['more right ones than the depth has room for', ['a', 'x'], { a: 1, b: 1, c: 1 }, 2, 0.6131],
    ['nothing right found', ['x'], { a: 1 }, 10, 0],
    ['nothing right to find', ['x'], { x: 0 }, 10, 0],
    ['nothing ranked', [], { a: 1 }, 10, 0],
  ])('%s', (...[, ranked, relevance, depth, expected]) => {
    expect(ndcg(ranked, gains(relevance), depth)).toBeCloseTo(expected, 4)
  })
})

describe('average precision', () => {
  it.each<Ranking>([
    ['the only right one first', ['a'], { a: 1 }, 10, 1],
    ['the only right one third', ['x', 'y', 'a'], { a: 1 }, 10, 1 / 3],
    ['two right ones at 1 and 3: (1/1 + 2/3) / 2', ['a', 'x', 'b'], { a: 1, b: 1 }, 10, 5 / 6],
    ['one of two found', ['a', 'x'], { a: 1, b: 1 }, 10, 0.5],
    ['more right ones than the depth has room for', ['a', 'b'], { a: 1, b: 1, c: 1 }, 2, 1],
    ['judged but not relevant', ['x', 'a'], { x: 0, a: 2 }, 10, 0.5],
    ['nothing to find', ['x'], {}, 10, 0],
  ])('%s', (...[, ranked, relevance, depth, expected]) => {
    expect(averagePrecision(ranked, gains(relevance), depth)).toBeCloseTo(expected, 6)
  })
})

describe('the area under the curve', () => {
  it.each<readonly [string, readonly number[], readonly number[], number]>([
    ['everything apart', [0.9, 0.8], [0.1, 0.2], 1],
    ['everything the wrong way round', [0.1], [0.9, 0.8], 0],
    ['every one a tie', [0.5, 0.5], [0.5, 0.5, 0.5], 0.5],
    // Of six pairs 3 above, 2 tied, 1 below: (3 + 2/2) / 6.
    ['ties counting half', [0.5, 0.9], [0.5, 0.5, 0.95], (2 + 2 * 0.5) / 6],
    ['one of two pairs', [0.5], [0.4, 0.6], 0.5],
  ])('%s', (...[, positives, negatives, expected]) => {
    expect(areaUnderCurve(positives, negatives)).toBeCloseTo(expected, 10)
  })

  it('is what is left of one when the sides are swapped', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(scores, scores, (some, others) => {
        expect(areaUnderCurve(some, others) + areaUnderCurve(others, some)).toBeCloseTo(1, 10)
      }),
    )
  })
})

describe('the share refused', () => {
  const twenty = Array.from({ length: 20 }, (_, n) => (n + 1) / 20) // 0.05, 0.10 … 1

  it.each<readonly [string, readonly number[], readonly number[], number, number]>([
    // Keeping 95 % of twenty lets one go: the threshold is the lowest but one at most, 0.05 or 0.10.
    ['everything below what must be kept', twenty, [0.01, 0.04], 0.95, 1],
    ['nothing above it', twenty, [0.11, 0.5], 0.95, 0],
    ['half of it', [1], [0.5, 1], 1, 0.5],
    ['what ties with the threshold is kept', [0.5, 0.5], [0.5], 1, 0],
    ['nothing to refuse', [1], [], 0.95, 0],
  ])('%s', (...[, positives, negatives, kept, expected]) => {
    expect(refusedAt(positives, negatives, kept)).toBeCloseTo(expected, 10)
  })

  it('is reached by a threshold that keeps as many as asked, and no higher one does', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(0.5, 0.9, 0.95, 1), (positives, negatives, kept) => {
        const shareKept = (threshold: number) => positives.filter((one) => one >= threshold).length / positives.length
        const highest = Math.max(...positives.filter((threshold) => shareKept(threshold) >= kept))
        const refused = negatives.filter((one) => one < highest).length / negatives.length
        expect(refusedAt(positives, negatives, kept)).toBeCloseTo(refused, 10)
      }),
    )
  })
})

describe('the percentile', () => {
  it.each<readonly [readonly number[], number, number]>([
    [[], 0.5, 0],
    [[7], 0.99, 7],
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 10],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[10, 9], 0, 9],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected)
  })
})

describe('the exact McNemar test', () => {
  // Two-sided binomial probabilities at 1/2, by hand.
  it.each([
    [0, 0, 1],
    [1, 0, 1],
    [5, 0, 2 / 32],
    [1, 5, 14 / 64],
    [2, 8, 112 / 1024],
    [6, 6, 1],
    [10, 0, 2 / 1024],
  ])('gives for %i gained and %i lost p = %f', (gained, lost, p) => {
    expect(mcnemar(gained, lost)).toBeCloseTo(p, 10)
  })

  const counts = fc.integer({ min: 0, max: 400 })

  it('is a probability, whichever way the change went', () => {
    fc.assert(
      fc.property(counts, counts, (gained, lost) => {
        const p = mcnemar(gained, lost)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(p).toBeCloseTo(mcnemar(lost, gained), 12)
      }),
    )
  })

  it('never takes a more uneven split of as many changes for likelier', () => {
    fc.assert(
      fc.property(counts, counts, (gained, lost) => {
        fc.pre(gained > lost && lost > 0)
        expect(mcnemar(gained + 1, lost - 1)).toBeLessThanOrEqual(mcnemar(gained, lost) + 1e-12)
      }),
    )
  })
})
