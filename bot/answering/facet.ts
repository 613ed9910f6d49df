import { CUES, type CuedFacet } from './facet-cues.ts'

/**
 * What about a clause was asked. `overview` when nothing in particular was. `need`: whether it must be.
 * `enough`: whether something will do. `gist`: the short of it. `elsewhere`: what other frameworks have on it.
 */
export type Facet = 'overview' | CuedFacet

/** Aspects of a thing already named: nobody opens a conversation with them. */
export const ASPECTS: ReadonlySet<Facet> = new Set(['cost', 'often', 'gist', 'why', 'evidence'])

/** What was asked about, by the words of the question alone, and the rest of the question: what it is about. */
export function readFacet(question: string): Readonly<{ facet: Facet; topic: string }> {
  const plain = question.normalize('NFKC').replaceAll(/[‘’]/gu, "'").trim()
  const cue = CUES.find(({ words }) => words.some((word) => plain.search(word) !== -1))
  if (cue === undefined) return { facet: 'overview', topic: plain }
  return { facet: cue.facet, topic: cue.isTopic ? plain : without(plain, cue.words) }
}

/** A question without the words by which any facet is asked for. */
export const withoutCues = (plain: string): string => CUES.reduce((rest, { words }) => without(rest, words), plain)

const without = (text: string, words: readonly RegExp[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ' '), text).trim()
