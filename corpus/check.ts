import { CORPUS_DATA, readCorpusFiles } from './files.ts'
import { parseCorpus } from './load.ts'
import type { Problem } from './problem.ts'
import { RULES } from './rules/all.ts'

/** Every problem of every file in one run: what does not parse, then what each rule finds, ordered by path. */
export async function checkCorpus(root: string = CORPUS_DATA): Promise<readonly Problem[]> {
  const { corpus, problems } = parseCorpus(await readCorpusFiles(root))
  const found = [...problems, ...RULES.flatMap((rule) => rule(corpus))]
  return found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
