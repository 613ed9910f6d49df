import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLexical, searchLexical } from '../../retrieval/lexical/lexical.ts'
import { closestTerms } from '../../retrieval/lexical/typos.ts'

const known = (...words: readonly string[]): ReadonlyMap<string, number> => new Map(words.map((word, at) => [word, at]))

describe('a misspelt word finds the word meant', () => {
  it.each([
    ['with a letter missing', 'bakup', ['backup']],
    ['with a letter added', 'backkup', ['backup']],
    ['with a letter changed', 'bockup', ['backup']],
    ['with two letters swapped', 'bakcup', ['backup']],
    ['with two slips where it is long', 'authentcatoin', ['authentication']],
    ['not with two slips where it is short', 'bukcap', []],
    ['not with three slips', 'athentcatoinn', []],
    ['not where it is shorter than five letters', 'bakp', []],
    ['not where its first letter is wrong', 'vackup', []],
    ['not where nothing is near', 'printer', []],
  ])('%s', (_, typed, found) => {
    expect(closestTerms(known('backup', 'authentication', 'door'), typed)).toEqual(found)
  })

  it('and only the nearest of several', () => {
    expect(closestTerms(known('permission', 'permissions', 'commission'), 'permissin')).toEqual(['permission'])
  })

  it('and at most three that are equally near', () => {
    const near = closestTerms(known('lockat', 'lockbt', 'lockct', 'lockdt', 'lockup'), 'lockt')
    expect(near).toHaveLength(3)
  })
})

/** Optimal string alignment distance, straight from its recurrence. */
function naiveSlips(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity
  for (let row = 0; row <= a.length; row += 1) {
    for (let column = 0; column <= b.length; column += 1) {
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const ways = [
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Infinity,
      ]
      const line = table[row]
      if (line !== undefined) line[column] = row + column === 0 ? 0 : Math.min(...ways)
    }
  }
  return at(a.length, b.length)
}

it('the words found are those with the fewest slips within the limit, whatever was typed', () => {
  const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength })
  const words = fc.uniqueArray(letters(11).map((rest) => `x${rest}`), { maxLength: 20 }) // prettier-ignore
  fc.assert(
    fc.property(
      words,
      letters(11).map((rest) => `x${rest}`),
      (terms, typed) => {
        // prettier-ignore
        const most = typed.length >= 9 ? 2 : 1
        const near = terms
          .map((term) => ({ term, slips: naiveSlips(term, typed) }))
          .filter(({ slips }) => slips <= most)
        const fewest = Math.min(...near.map(({ slips }) => slips))
        const expected = near.filter(({ slips }) => slips === fewest).map(({ term }) => term)
        const found = closestTerms(known(...terms), typed)
        expect(found).toHaveLength(Math.min(3, expected.length))
        expect(expected).toEqual(expect.arrayContaining([...found]))
      },
    ),
    { numRuns: 500 },
  )
})

describe('in search', () => {
  const index = buildLexical(
    ['Take a backup of the server', 'Lock the door at night'].map((text, at) => ({
      id: `entry-${at}`,
      shelf: 'plain' as const,
      kind: 'topic' as const,
      fields: { text: [text] },
    })),
  )

  it('a misspelt word scores, but less than the word itself', () => {
    const [right = 0] = searchLexical(index, 'backup').scores
    const [slipped = 0, other = 0] = searchLexical(index, 'bakcup').scores
    expect(slipped).toBeGreaterThan(0)
    expect(slipped).toBeLessThan(right)
    expect(other).toBe(0)
  })

  it.each([
    ['backup server', 1],
    ['bakcup sevrer', 0.6],
    ['zebra crossing', 0],
    ['', 0],
  ])('the share of known words of %j is %d', (question, share) => {
    expect(searchLexical(index, question).known).toBeCloseTo(share)
  })

  it('the share of known words lies between for a question that is half known', () => {
    const { known: half } = searchLexical(index, 'backup zebra')
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(1)
  })
})
