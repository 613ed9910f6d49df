import { writeFile } from 'node:fs/promises'
import { CORPUS_DATA } from '../../corpus/files.ts'
import { loadCorpus } from '../../corpus/load.ts'
import { indexablesOf, sentencesOf, type Indexable } from '../indexable.ts'
import { encodeWeights, WEIGHTS } from './bag.ts'
import { trainBag, type Example, type TrainingOptions } from './training.ts'

/** Chosen on the development cases; docs/decisions/0006-retrieval.md has the table. */
const OPTIONS: TrainingOptions = {
  buckets: 65_536,
  dimensions: 96,
  fewestTexts: 2,
  epochs: 8,
  sharpness: 20,
  dropout: 0.3,
  learningRate: 0.01,
  seed: 20190418,
}

/** `npm run train`: makes weights.bin again from the corpus. The same corpus gives the same bytes. */
const corpus = await loadCorpus(CORPUS_DATA)
const started = performance.now()
const weights = trainBag(examplesOf(indexablesOf(corpus)), OPTIONS)
await writeFile(WEIGHTS, encodeWeights(weights))
process.stdout.write(`${WEIGHTS}: corpus ${corpus.version}, ${Math.round((performance.now() - started) / 1000)} s\n`)

/**
 * Single items of other frameworks say the same things as clauses do; as classes of their own they would push apart what
 * belongs together, so they are left out and find their place by their words.
 */
function examplesOf(entries: readonly Indexable[]): readonly Example[] {
  return entries
    .filter(({ kind }) => kind !== 'item')
    .flatMap((one) => sentencesOf(one).map((text) => ({ text, entry: one.id })))
}
