import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosesRight, fitWeights, type Choice } from '../../evals/conditional-logit.ts'

const choiceOf = (...among: readonly (readonly [isRight: boolean, ...values: number[]])[]): Choice => ({
  among: among.map(([isRight, ...values]) => ({ values, isRight })),
  counts: 1,
})

describe('a conditional logit', () => {
  it('weighs up what right ones have, and down what the others have', () => {
    const [helps = 0, hurts = 0, idle] = fitWeights([
      choiceOf([true, 1, 0, 3], [false, 0, 1, 3]),
      choiceOf([false, 0, 2, 3], [true, 1, 0, 3], [false, 0, 0, 3]),
    ])
    expect([helps > 0, hurts < 0]).toEqual([true, true])
    expect(idle).toBeCloseTo(0)
  })

  it('cares for a choice as much as it counts', () => {
    const against = { ...choiceOf([false, 1], [true, 0]), counts: 0.1 }
    const [weight = 0] = fitWeights([choiceOf([true, 1], [false, 0]), against])
    expect(weight).toBeGreaterThan(0)
  })

  it('chooses the same, in whatever order things stand', () => {
    const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 2 })
    const others = fc.uniqueArray(values, { minLength: 1, maxLength: 6, selector: ([first]) => first })
    fc.assert(
      fc.property(others, (all) => {
        const among = all.map((one, at) => ({ values: one, isRight: at === 0 }))
        const chosen = choosesRight({ among }, [1, 0])
        expect(choosesRight({ among: among.toReversed() }, [1, 0])).toBe(chosen)
      }),
    )
  })
})
