import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFacet } from '../bot/answering/facet.ts'
import { composeBot, type Composed } from '../compose.ts'
import { readConfig } from '../config.ts'
import { CASES, isInScope, readCases, type InScope } from '../evals/cases.ts'
import { denseScores } from '../retrieval/dense/scores.ts'
import { fuse } from '../retrieval/fuse.ts'
import { searchLexical } from '../retrieval/lexical/lexical.ts'
import { search } from '../retrieval/search.ts'

type Ranking = (question: string) => Promise<readonly string[]>

/** Each part of search alone and each left out, on the development cases: share found first and among the first three. */
export async function ablation(): Promise<readonly string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
  try {
    const composed = await composeBot(readConfig({ DATA_DIR: dataDir }))
    const cases = (await readCases(join(CASES, 'dev'))).filter(isInScope).filter(({ kind }) => kind === 'clause')
    const lines = [`${cases.length} questions`.padEnd(36) + 'en hit@1  hit@3   ja hit@1  hit@3']
    for (const [name, rank] of Object.entries(variantsOf(composed))) lines.push(await lineFor(name, rank, cases))
    return lines
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

function variantsOf({ index, embedder }: Composed): Readonly<Record<string, Ranking>> {
  const clauses = (scores: Float32Array): readonly string[] =>
    [...scores.keys()]
      .filter((entry) => index.shelves[entry] === 'cpsf')
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
      .map((entry) => index.ids[entry] ?? '')
  const words = (text: string): Float32Array => searchLexical(index.lexical, text).scores
  const vectors = async (text: string): Promise<Float32Array> => {
    const [vector = new Float32Array()] = await embedder.embed([text])
    return denseScores(index.nearest, vector, index.ids.length)
  }
  const whole: Ranking = async (question) => {
    const { ranked } = await search(index, embedder, { question, topic: readFacet(question).topic })
    return ranked.filter(({ shelf }) => shelf === 'cpsf').map(({ id }) => id)
  }
  return {
    'words alone': (question) => Promise.resolve(clauses(words(question))),
    'vectors alone': async (question) => clauses(await vectors(question)),
    'both, whole question only': async (question) => clauses(fuse(words(question), await vectors(question), 1)),
    'both, vectors at half weight': async (question) => clauses(fuse(words(question), await vectors(question), 0.5)),
    'all (both, question and topic)': whole,
  }
}

async function lineFor(name: string, rank: Ranking, cases: readonly InScope[]): Promise<string> {
  const cells: string[] = []
  for (const lang of ['en', 'ja'] as const) {
    const asked = cases.filter((one) => one.lang === lang)
    const ranks: number[] = []
    for (const { q, gold, accept } of asked) {
      const right = new Set([gold, ...accept])
      ranks.push((await rank(q)).findIndex((id) => right.has(id)))
    }
    const within = (depth: number): string =>
      (ranks.filter((at) => at >= 0 && at < depth).length / Math.max(1, asked.length)).toFixed(3)
    cells.push(`   ${within(1)}  ${within(3)}`)
  }
  return `${name.padEnd(33)}${cells.join('   ')}`
}
