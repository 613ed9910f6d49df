import { weightOf, type Token } from '../text/tokenise.ts'

/**
 * BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009, §3.6): term frequencies are length-normalised
 * and weighted per field, summed, then saturated. Everything but the query is known at build time, so a posting holds the
 * finished impact of its term on its document and a search is a sum of postings. A token counts by its weight, in
 * frequencies as in lengths.
 */
export type Field = Readonly<{ weight: number; b: number }>
export type FieldTokens = Readonly<Record<string, readonly Token[]>>

export type Bm25Options = Readonly<{ k1: number; fields: Readonly<Record<string, Field>> }>

/** Postings of term i lie in `documents` and `impacts` from `starts[i]` up to `starts[i + 1]`. */
export type Bm25Index = Readonly<{
  terms: ReadonlyMap<string, number>
  starts: Uint32Array
  documents: Uint32Array
  impacts: Float32Array
  /** Inverse document frequency per term. */
  idf: Float32Array
  size: number
}>

export function buildBm25(documents: readonly FieldTokens[], options: Bm25Options): Bm25Index {
  const averages = averageLengths(documents, options)
  const frequencies = new Map<string, Map<number, number>>()
  for (const [number, document] of documents.entries()) {
    addDocument(frequencies, { number, document, averages, options })
  }
  return freeze(frequencies, documents.length, options.k1)
}

/** Adds every document's summed impact to `scores` (length = number of documents). */
export function scoreBm25(index: Bm25Index, query: ReadonlyMap<string, number>, scores: Float32Array): void {
  for (const [token, weight] of query) {
    const term = index.terms.get(token)
    if (term === undefined) continue
    const end = index.starts[term + 1] ?? 0
    for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
      const document = index.documents[posting] ?? 0
      scores[document] = (scores[document] ?? 0) + weight * (index.impacts[posting] ?? 0)
    }
  }
}

function averageLengths(documents: readonly FieldTokens[], { fields }: Bm25Options): Record<string, number> {
  return Object.fromEntries(
    Object.keys(fields).map((field) => {
      const total = documents.reduce((sum, document) => sum + weightOf(document[field] ?? []), 0)
      return [field, total / Math.max(1, documents.length)]
    }),
  )
}

type Adding = Readonly<{
  number: number
  document: FieldTokens
  averages: Readonly<Record<string, number>>
  options: Bm25Options
}>

function addDocument(
  frequencies: Map<string, Map<number, number>>,
  { number, document, averages, options }: Adding,
): void {
  for (const [field, { weight, b }] of Object.entries(options.fields)) {
    const tokens = document[field] ?? []
    const normaliser = 1 - b + (b * weightOf(tokens)) / Math.max(1e-9, averages[field] ?? 0)
    for (const token of tokens) {
      const postings = frequencies.get(token.term)
      const frequency = (weight * token.weight) / normaliser
      if (postings === undefined) frequencies.set(token.term, new Map([[number, frequency]]))
      else postings.set(number, (postings.get(number) ?? 0) + frequency)
    }
  }
}

function freeze(frequencies: ReadonlyMap<string, ReadonlyMap<number, number>>, size: number, k1: number): Bm25Index {
  const total = [...frequencies.values()].reduce((sum, postings) => sum + postings.size, 0)
  const terms = new Map<string, number>()
  const starts = new Uint32Array(frequencies.size + 1)
  const documents = new Uint32Array(total)
  const impacts = new Float32Array(total)
  const idf = new Float32Array(frequencies.size)
  let next = 0
  for (const [token, postings] of frequencies) {
    const term = terms.size
    terms.set(token, term)
    starts[term] = next
    idf[term] = Math.log(1 + (size - postings.size + 0.5) / (postings.size + 0.5))
    for (const [document, frequency] of postings) {
      documents[next] = document
      impacts[next] = ((idf[term] ?? 0) * frequency * (k1 + 1)) / (k1 + frequency)
      next += 1
    }
  }
  starts[frequencies.size] = next
  return { terms, starts, documents, impacts, idf, size }
}
