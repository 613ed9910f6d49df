import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus, type Corpus } from '../corpus/load.ts'
import { LANGS } from '../corpus/schema.ts'
import { bagEmbedder } from '../retrieval/embedder/bag.ts'
import { examplesOf } from '../retrieval/embedder/examples.ts'
import { TRAINING } from '../retrieval/embedder/options.ts'
import { seededRandom } from '../retrieval/embedder/random.ts'
import { trainBag } from '../retrieval/embedder/training.ts'
import { buildIndex } from '../retrieval/index/search-index.ts'
import { indexablesOf } from '../retrieval/indexable.ts'
import { clauseQuestions, foundBy, searchRanking } from './found.ts'
import { lineChart, type Line } from './line-chart.ts'

const SIZES = [10, 20, 40, 60, 80, 100]
const IMAGE = fileURLToPath(new URL('../docs/images/learning-curve.svg', import.meta.url))
const SEED = 20190418

/**
 * Trains the embedder and builds the index anew with so many questions a clause and language, and asks the development
 * questions. Takes some minutes. Draws docs/images/learning-curve.svg.
 */
export async function learningCurve(): Promise<readonly string[]> {
  const corpus = await loadCorpus(CORPUS_DATA)
  const cases = await clauseQuestions()
  const lines: Line[] = LANGS.flatMap((lang) => [
    { name: `${lang} first`, points: [] },
    { name: `${lang} among three`, points: [] },
  ])
  const table = [`questions${LANGS.map((lang) => `   ${lang} first  among 3`).join('')}`]
  for (const size of SIZES) {
    const fewer = withFewerQuestions(corpus, size)
    const embedder = bagEmbedder(trainBag(examplesOf(fewer), TRAINING), `${size}`)
    const rank = searchRanking(await buildIndex(indexablesOf(fewer), embedder), embedder)
    const shares: number[] = []
    for (const lang of LANGS) {
      const { first, amongThree } = await foundBy(rank, cases.filter((one) => one.lang === lang)) // prettier-ignore
      shares.push(first, amongThree)
    }
    for (const [at, share] of shares.entries()) lines[at]?.points.push([size, share])
    table.push(`${String(size).padStart(9)}${shares.map((share) => share.toFixed(3).padStart(11)).join('')}`)
  }
  await writeFile(
    IMAGE,
    lineChart(lines, { x: 'questions per clause and language', y: 'share of development questions' }),
  )
  return table
}

/** Every clause keeps so many of its own and asked questions in each language, drawn by lot but always the same. */
function withFewerQuestions(corpus: Corpus, size: number): Corpus {
  const random = seededRandom(SEED)
  const order = new Map<string, number>()
  const lot = (question: string): number => {
    const drawn = order.get(question) ?? random()
    order.set(question, drawn)
    return drawn
  }
  const few = (questions: readonly string[]): string[] => questions.toSorted((a, b) => lot(a) - lot(b)).slice(0, size)
  const asked = new Map(corpus.asked.map(({ body }) => [body.id, body]))
  const clauses = corpus.clauses.map((filed) => {
    const { id, questions } = filed.body
    const [en, ja] = LANGS.map((lang) => few([...questions[lang], ...(asked.get(id)?.[lang] ?? [])]))
    return { ...filed, body: { ...filed.body, questions: { en: en ?? [], ja: ja ?? [] } } }
  })
  const ids = new Set(clauses.map(({ body }) => body.id))
  return { ...corpus, clauses, asked: corpus.asked.filter(({ body }) => !ids.has(body.id)) }
}
