import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuse, type Asked } from '../../retrieval/fuse.ts'

/** Entries that are further than all `near` ones count as near as the last of them. */
const said = (lexical: readonly number[], dense: readonly number[], near = dense.length): Asked => {
  const nearest = dense.map((cosine, row) => ({ row, cosine })).sort((a, b) => b.cosine - a.cosine)
  const kept = nearest.slice(0, near)
  return { lexical: Float32Array.from(lexical), dense: { near: kept, others: kept.at(-1)?.cosine ?? 0 } }
}
const scoresOf = (asked: readonly Asked[], weight = 1): Float32Array =>
  fuse(asked, weight, new Float32Array(asked[0]?.lexical.length ?? 0))
const fused = (lexical: readonly number[], dense: readonly number[], weight: number): number[] =>
  rounded(scoresOf([said(lexical, dense)], weight))
const rounded = (scores: Float32Array): number[] => Array.from(scores, (one) => Math.round(one * 1e4) / 1e4)

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

  it('takes what is not near for as far as the last that is', () => {
    expect(rounded(scoresOf([said([1, 2, 3, 4], [0.9, 0.5, 0.1, 0], 2)]))).toEqual(
      rounded(scoresOf([said([1, 2, 3, 4], [0.9, 0.5, 0.5, 0.5])])),
    )
  })

  it('takes the middle of what several texts say', () => {
    const [one, other] = [said([1, 2, 3], [0, 0, 3]), said([3, 0, 0], [3, 2, 1])]
    const [ofOne, ofOther] = [scoresOf([one]), scoresOf([other])]
    const middle = ofOne.map((score, at) => (score + (ofOther[at] ?? 0)) / 2)
    expect(rounded(scoresOf([one, other]))).toEqual(rounded(middle))
  })

  it('does not mind the scale on which either side measures', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), (pairs, scale, shift) => {
        const [lexical, dense] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
        const plain = scoresOf([said(lexical, dense)])
        const moved = scoresOf([
          said(
            lexical.map((one) => one * scale + shift),
            dense,
          ),
        ])
        for (const [at, score] of plain.entries()) expect(moved[at]).toBeCloseTo(score, 3)
      }),
    )
  })
})
