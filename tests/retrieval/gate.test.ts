import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, verdictOf } from '../../retrieval/gate.ts'
import { SIGNALS, type Signals } from '../../retrieval/signals.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const margin = fc.double({ min: 0, max: 10, noNaN: true })
const words = fc.integer({ min: 1, max: 30 })
const signals: fc.Arbitrary<Signals> = fc.record({
  ahead: fc.double({ min: -20, max: 20, noNaN: true }),
  height: fc.double({ min: -5, max: 30, noNaN: true }),
  margin,
  known: share,
  cosine: fc.double({ min: -1, max: 1, noNaN: true }),
  agree: fc.constantFrom(0, 1),
})
const NO_SIGNAL: Signals = { ahead: 0, height: 0, margin: 0, known: 0, cosine: 0, agree: 0 }
const RANK = { uncovered: 0, close: 1, covered: 2 }
const rankOf = (verdict: ReturnType<typeof verdictOf>): number => {
  if (verdict === 'smalltalk' || verdict === 'claim') throw new Error(`the gate decided on ${verdict}`)
  return RANK[verdict]
}

describe('the gate', () => {
  it('gives a probability whatever the signals', () => {
    fc.assert(
      fc.property(signals, fc.boolean(), (seen, asNamed) => {
        const coverage = coverageOf(seen, asNamed)
        expect(coverage).toBeGreaterThanOrEqual(0)
        expect(coverage).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never refuses at a higher probability what it would answer at a lower one', () => {
    fc.assert(
      fc.property(signals, fc.tuple(share, share), words, (seen, pair, length) => {
        const [lower, higher] = [Math.min(...pair), Math.max(...pair)]
        expect(rankOf(verdictOf(lower, seen, length))).toBeLessThanOrEqual(rankOf(verdictOf(higher, seen, length)))
      }),
    )
  })

  it('never becomes surer of one entry as the next one comes nearer', () => {
    fc.assert(
      fc.property(signals, fc.tuple(margin, margin), fc.tuple(share, words), (seen, pair, [coverage, length]) => {
        const [near, far] = [Math.min(...pair), Math.max(...pair)]
        const verdict = (apart: number) => rankOf(verdictOf(coverage, { ...seen, margin: apart }, length))
        expect(verdict(near)).toBeLessThanOrEqual(verdict(far))
      }),
    )
  })

  it('is surest where everything speaks for an entry, and refuses where nothing does', () => {
    const all: Signals = { ahead: 10, height: 15, margin: 5, known: 1, cosine: 0.9, agree: 1 }
    expect(verdictOf(coverageOf(all, false), all, 8)).toBe('covered')
    expect(verdictOf(coverageOf(NO_SIGNAL, false), NO_SIGNAL, 8)).toBe('uncovered')
  })

  it('is never less sure of a question for naming the framework of what was found', () => {
    fc.assert(
      fc.property(signals, (seen) => {
        expect(coverageOf(seen, true)).toBeGreaterThanOrEqual(coverageOf(seen, false))
      }),
    )
  })

  it('asks back where two entries are as near as each other', () => {
    expect(verdictOf(0.9, { ...NO_SIGNAL, known: 1, margin: 0 }, 8)).toBe('close')
  })

  it('offers the nearest entries for a bare word it knows, but not for one that belongs elsewhere', () => {
    const bare = { ...NO_SIGNAL, known: 1, margin: 3, cosine: 0.6 }
    expect(verdictOf(0.1, bare, 1)).toBe('close')
    expect(verdictOf(0.1, { ...bare, ahead: -10 }, 1)).toBe('uncovered')
    expect(verdictOf(0.1, bare, 9)).toBe('uncovered')
  })

  it('refuses a bare word that is mentioned in an entry but not what it is about', () => {
    expect(verdictOf(0.9, { ...NO_SIGNAL, known: 1, margin: 3, cosine: 0.2 }, 1)).toBe('uncovered')
    expect(verdictOf(0.9, { ...NO_SIGNAL, known: 1, margin: 3, cosine: 0.2 }, 8)).toBe('covered')
  })

  it('refuses whatever has not a single word the corpus knows', () => {
    fc.assert(
      fc.property(signals, share, words, (seen, coverage, length) => {
        expect(verdictOf(coverage, { ...seen, known: 0 }, length)).toBe('uncovered')
      }),
    )
  })

  it('knows every signal it weighs', () => {
    expect(Object.keys(NO_SIGNAL).toSorted()).toEqual([...SIGNALS].toSorted())
  })
})
