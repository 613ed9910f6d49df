import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../../retrieval/text/tokenise.ts'
import { buildBm25, scoreBm25, type Bm25Options, type FieldTokens } from '../../retrieval/lexical/bm25.ts'

type Collection = Readonly<{ all: readonly FieldTokens[]; options: Bm25Options }>

/** BM25F as its authors write it (Robertson, Zaragoza 2009, §3.6), one document and one term at a time. */
function naiveScore(query: ReadonlyMap<string, number>, number: number, { all, options }: Collection): number {
  let score = 0
  for (const [term, weight] of query) {
    const having = all.filter((document) =>
      fieldsOf(options).some((field) => (document[field] ?? []).some((token) => token.term === term)),
    ).length
    const idf = Math.log(1 + (all.length - having + 0.5) / (having + 0.5))
    let frequency = 0
    for (const field of fieldsOf(options)) {
      const { weight: fieldWeight = 0, b = 0 } = options.fields[field] ?? {}
      const tokens = all[number]?.[field] ?? []
      const average = all.reduce((sum, document) => sum + lengthOf(document[field] ?? []), 0) / all.length
      const occurrences = lengthOf(tokens.filter((token) => token.term === term))
      if (occurrences > 0) frequency += (fieldWeight * occurrences) / (1 - b + (b * lengthOf(tokens)) / average)
    }
    score += (weight * idf * frequency * (options.k1 + 1)) / (options.k1 + frequency)
  }
  return score
}

/** A token is as long as it is heavy. */
const lengthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { weight }) => sum + weight, 0)

const fieldsOf = ({ fields }: Bm25Options): readonly string[] => Object.keys(fields)

function scores(query: ReadonlyMap<string, number>, all: readonly FieldTokens[], options: Bm25Options): number[] {
  const found = new Float32Array(all.length)
  scoreBm25(buildBm25(all, options), query, found)
  return [...found]
}

const term = fc.constantFrom('lock', 'door', 'key', 'パス', 'ワー', '__proto__', 'constructor')
const words = fc.array(fc.record({ term, weight: fc.constantFrom(0.3, 1) }), { maxLength: 12 })
const document = fc.record({ title: words, text: words }, { requiredKeys: [] })
const parameter = fc.double({ min: 0.1, max: 3, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const options = fc.record({
  k1: parameter,
  fields: fc.record({
    title: fc.record({ weight: parameter, b: share }),
    text: fc.record({ weight: parameter, b: share }),
  }),
})
const query = fc.array(fc.tuple(term, parameter), { maxLength: 5 }).map((pairs) => new Map(pairs))

describe('BM25F', () => {
  it('scores every document of any small collection as the formula does', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 8 }), options, query, (all, chosen, asked) => {
        const found = scores(asked, all, chosen)
        for (const [number, score] of found.entries()) {
          expect(score).toBeCloseTo(naiveScore(asked, number, { all, options: chosen }), 3)
        }
      }),
      { numRuns: 500 },
    )
  })

  const PLAIN: Bm25Options = { k1: 1.2, fields: { title: { weight: 2, b: 0.5 }, text: { weight: 1, b: 0.75 } } }

  const words = (...terms: readonly string[]): readonly Token[] => terms.map((term) => ({ term, weight: 1 }))

  it('gives nothing to a document without any of the words, nor for a word nobody wrote', () => {
    const all = [{ text: words('door') }, { text: words('key', 'door') }]
    expect(scores(new Map([['key', 1]]), all, PLAIN)[0]).toBe(0)
    expect(scores(new Map([['window', 1]]), all, PLAIN)).toEqual([0, 0])
  })

  it('puts a rare word over a common one', () => {
    const all = [{ text: words('door', 'lock') }, { text: words('door', 'key') }, { text: words('door', 'bell') }]
    const [lock = 0, key = 0] = scores(new Map([['door', 1], ['key', 1]]), all, PLAIN) // prettier-ignore
    expect(key).toBeGreaterThan(lock)
  })

  it('puts a word in a title over one in a text', () => {
    const [title = 0, text = 0] = scores(
      new Map([['key', 1]]),
      [{ title: words('key') }, { text: words('key') }],
      PLAIN,
    )
    expect(title).toBeGreaterThan(text)
  })

  it('finds nothing in an empty collection', () => {
    expect(scores(new Map([['key', 1]]), [], PLAIN)).toEqual([])
  })
})
