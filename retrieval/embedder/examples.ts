import type { Corpus } from '../../corpus/load.ts'
import { indexablesOf, isEntry, sentencesOf } from '../indexable.ts'
import type { Example } from './training.ts'

/**
 * What the embedder is taught from. Single items of other frameworks say what clauses say: as classes of their own they
 * would push apart what belongs together, so their texts teach the clause they are nearest to.
 */
export function examplesOf(corpus: Corpus): readonly Example[] {
  const nearest = new Map([...corpus.scs, ...corpus.ipa].map(({ body }) => [body.id, body.related[0]]))
  return indexablesOf(corpus).flatMap((one) => {
    const entry = one.kind === 'item' ? nearest.get(one.id) : one.id
    if (entry === undefined) return []
    return sentencesOf(one).map((text) => ({ text, entry, outside: !isEntry(one.shelf) }))
  })
}
