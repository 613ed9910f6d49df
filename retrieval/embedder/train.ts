import { writeFile } from 'node:fs/promises'
import { CORPUS_DATA } from '../../corpus/files.ts'
import { loadCorpus } from '../../corpus/load.ts'
import { WEIGHTS } from './bag.ts'
import { examplesOf } from './examples.ts'
import { TRAINING } from './options.ts'
import { trainBag } from './training.ts'
import { encodeWeights } from './weights-file.ts'

/** `npm run train`: makes weights.bin again from the corpus. The same corpus gives the same bytes. */
const corpus = await loadCorpus(CORPUS_DATA)
const started = performance.now()
const weights = trainBag(examplesOf(corpus), TRAINING)
await writeFile(WEIGHTS, encodeWeights(weights))
process.stdout.write(`${WEIGHTS}: corpus ${corpus.version}, ${Math.round((performance.now() - started) / 1000)} s\n`)
