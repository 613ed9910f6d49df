import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { dump } from 'js-yaml'
import { checkCorpus } from '../../../corpus/check.ts'
import type { Problem } from '../../../corpus/problem.ts'

/** Corpus files by path. */
export type Files = Readonly<Record<string, object>>

/** Everything `corpus check` says about these files, written to a folder of their own. */
export async function problemsIn(files: Files): Promise<readonly Problem[]> {
  const root = await mkdtemp(join(tmpdir(), 'shirube-corpus-'))
  try {
    for (const [path, body] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), dump(body))
    }
    return await checkCorpus(root)
  } finally {
    await rm(root, { recursive: true })
  }
}

const INCOMPLETE =
  /^this requirement of the CPSF is missing$|^there should be \d+ (?:SCS|criteria|IPA|checklist|items)|^number \d+ of IPA/u

/** What a handful of files has wrong apart from being a handful. */
export async function mistakesIn(files: Files): Promise<readonly Problem[]> {
  const problems = await problemsIn(files)
  return problems.filter(({ wrong }) => !INCOMPLETE.test(wrong))
}
