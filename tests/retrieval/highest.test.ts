import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestRows } from '../../retrieval/highest.ts'

/** Few different scores, so that ties are common. */
const scores = fc.array(fc.constantFrom(-2, -0.5, 0, 0, 0.25, 3), { maxLength: 60 })

describe('the highest rows', () => {
  it('are those that sorting every wanted row puts first, equal ones in row order', () => {
    fc.assert(
      fc.property(scores, fc.nat(70), fc.integer({ min: 1, max: 5 }), (all, limit, every) => {
        const isWanted = (row: number): boolean => row % every === 0
        const sorted = [...all.keys()].filter(isWanted).sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0))
        expect(highestRows(Float32Array.from(all), limit, isWanted)).toEqual(sorted.slice(0, limit))
      }),
    )
  })

  it('are none where none are asked for', () => {
    expect(highestRows(Float32Array.of(1, 2, 3), 0)).toEqual([])
  })
})
