import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuse } from '../../retrieval/fuse.ts'

const fused = (lexical: readonly number[], dense: readonly number[], weight: number): number[] =>
  Array.from(fuse(Float32Array.from(lexical), Float32Array.from(dense), weight), (one) => Math.round(one * 1e4) / 1e4)

describe('fusing', () => {
  // The standard scores of 1, 2, 3 are -√1.5, 0, √1.5; those of 0, 0, 3 are -√0.5, -√0.5, √2.
  it('adds the standard scores of both sides, the vectors’ as heavy as told', () => {
    expect(fused([1, 2, 3], [0, 0, 3], 1)).toEqual([-1.9319, -0.7071, 2.639])
    expect(fused([1, 2, 3], [0, 0, 3], 0.5)).toEqual([-1.5783, -0.3536, 1.9319])
    expect(fused([1, 2, 3], [0, 0, 3], 0)).toEqual([-1.2247, 0, 1.2247])
  })

  it('lets a side that cannot tell the entries apart say nothing', () => {
    expect(fused([5, 5, 5], [0, 0, 3], 1)).toEqual([-0.7071, -0.7071, 1.4142])
    expect(fused([1, 2, 3], [0.2, 0.2, 0.2], 1)).toEqual([-1.2247, 0, 1.2247])
    expect(fused([4], [4], 1)).toEqual([0])
    expect(fused([], [], 1)).toEqual([])
  })

  it('does not mind the scale on which either side measures', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), (pairs, scale, shift) => {
        const [lexical, dense] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
        const plain = fuse(Float32Array.from(lexical), Float32Array.from(dense), 1)
        const moved = fuse(
          Float32Array.from(lexical, (one) => one * scale + shift),
          Float32Array.from(dense),
          1,
        )
        for (const [at, score] of plain.entries()) expect(moved[at]).toBeCloseTo(score, 3)
      }),
    )
  })
})
