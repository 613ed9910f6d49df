import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRuns, type Run } from '../../evals/compare.ts'

type Line = readonly [id: string, group: string, right: boolean]
const runOf = (...lines: readonly Line[]): Run => ({
  cases: lines.map(([id, group, right]) => ({ id, group, right })),
})

describe('comparing two runs', () => {
  it('names what was gained and what was lost in each group, also where the score stayed the same', () => {
    const before = runOf(['a', 'en', true], ['b', 'en', false], ['c', 'en', true], ['d', 'far', false])
    const after = runOf(['a', 'en', false], ['b', 'en', true], ['c', 'en', true], ['d', 'far', true])
    expect(compareRuns(before, after).groups).toEqual({
      en: { n: 3, before: 2 / 3, after: 2 / 3, gained: ['b'], lost: ['a'], p: 1 },
      far: { n: 1, before: 0, after: 1, gained: ['d'], lost: [], p: 1 },
      all: { n: 4, before: 0.5, after: 0.75, gained: ['b', 'd'], lost: ['a'], p: 1 },
    })
  })

  it('leaves out what only one of them asked, and says so', () => {
    const { groups, onlyBefore, onlyAfter } = compareRuns(
      runOf(['a', 'en', true], ['old', 'en', false]),
      runOf(['a', 'en', true], ['new', 'ja', false]),
    )
    expect({ onlyBefore, onlyAfter, n: groups['all']?.n, ja: groups['ja'] }).toEqual({
      onlyBefore: ['old'],
      onlyAfter: ['new'],
      n: 1,
      ja: undefined,
    })
  })

  it('groups a case as the later run does', () => {
    const { groups } = compareRuns(runOf(['a', 'en', true]), runOf(['a', 'everyday en', true]))
    expect(Object.keys(groups)).toEqual(['everyday en', 'all'])
  })

  const runs = fc.uniqueArray(fc.record({ id: fc.string(), group: fc.constantFrom('en', 'ja'), right: fc.boolean() }), {
    selector: ({ id }) => id,
  })

  it('finds nothing changed between a run and itself', () => {
    fc.assert(
      fc.property(runs, (cases) => {
        const { groups, onlyBefore, onlyAfter } = compareRuns({ cases }, { cases })
        expect([onlyBefore, onlyAfter]).toEqual([[], []])
        for (const { gained, lost, p } of Object.values(groups)) expect([gained, lost, p]).toEqual([[], [], 1])
      }),
    )
  })

  it('gains forwards what it loses backwards', () => {
    fc.assert(
      fc.property(runs, runs, (one, other) => {
        const forth = compareRuns({ cases: one }, { cases: other }).groups['all']
        const back = compareRuns({ cases: other }, { cases: one }).groups['all']
        expect(new Set(forth?.gained)).toEqual(new Set(back?.lost))
        expect(forth?.p).toBe(back?.p)
      }),
    )
  })
})
