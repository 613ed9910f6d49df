import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Embedder } from '../retrieval/embedder/embedder.ts'
import { coverageOf } from '../retrieval/gate.ts'
import { buildIndex, type SearchIndex } from '../retrieval/index/search-index.ts'
import { isEntry, type Indexable } from '../retrieval/indexable.ts'
import { search } from '../retrieval/search.ts'
import { SIGNALS, type Signals } from '../retrieval/signals.ts'
import { fit } from './calibrate.ts'
import { parseJsonLines } from './json-lines.ts'
import { areaUnderCurve, refusedAt } from './statistics.ts'

const KEPT = 0.95

const questionSchema = z.object({ id: z.string(), text: z.string(), label: z.string(), in_scope: z.boolean() })
type Question = Readonly<z.infer<typeof questionSchema>>

type Abstention = Readonly<{ auroc: number; refusedAt95Kept: number }>

/** `right`: share of covered questions whose intent comes first. The gate as it ships, then fitted to the set’s own validation questions. */
export type ClincReport = Readonly<{
  covered: number
  outside: number
  right: number
  shipped: Abstention
  fitted: Abstention
}>

/**
 * CLINC150 (Larson et al., 2019): 150 intents and questions that none of them covers. Each intent is an entry made of its
 * training questions; the training questions without an intent are what lies outside, as corpus/data/outside is for ours.
 */
export async function runClinc(dir: string, embedder: Embedder): Promise<ClincReport> {
  const [train, validation, test] = await Promise.all(
    ['queries.train', 'queries.val', 'queries'].map((name) => readQuestions(join(dir, `${name}.jsonl`))),
  )
  const index = await buildIndex(entriesOf(train ?? []), embedder)
  const toFit = await askAll(index, embedder, validation ?? [])
  const asked = await askAll(index, embedder, test ?? [])
  const { weights, bias } = fit(toFit.map(({ signals, question }) => ({ signals, covered: question.in_scope ? 1 : 0 })))
  const covered = asked.filter(({ question }) => question.in_scope)
  return {
    covered: covered.length,
    outside: asked.length - covered.length,
    right: covered.filter(({ first, question }) => first === question.label).length / Math.max(1, covered.length),
    shipped: abstentionOf(asked, (signals) => coverageOf(signals, false)),
    fitted: abstentionOf(asked, (signals) => SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], bias)),
  }
}

const readQuestions = async (path: string): Promise<readonly Question[]> =>
  parseJsonLines(await readFile(path, 'utf8'), { path, schema: questionSchema, wrong: 'not a question of CLINC150' })

function entriesOf(train: readonly Question[]): readonly Indexable[] {
  const [inside, outside] = [train.filter((one) => one.in_scope), train.filter((one) => !one.in_scope)]
  return [
    ...[...Map.groupBy(inside, ({ label }) => label)].map(([id, own]): Indexable => {
      return { id, shelf: 'plain', kind: 'topic', fields: { questions: own.map(({ text }) => text) } }
    }),
    ...outside.map(({ id, text }): Indexable => {
      return { id, shelf: 'outside', kind: 'topic', fields: { questions: [text] } }
    }),
  ]
}

type Asked = Readonly<{ question: Question; signals: Signals; first: string | undefined }>

async function askAll(
  index: SearchIndex,
  embedder: Embedder,
  questions: readonly Question[],
): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (const question of questions) {
    const { signals, ranked } = await search(index, embedder, { question: question.text, topic: question.text })
    asked.push({ question, signals, first: ranked.find(({ shelf }) => isEntry(shelf))?.id })
  }
  return asked
}

function abstentionOf(asked: readonly Asked[], score: (signals: Signals) => number): Abstention {
  const scoresOf = (inScope: boolean): readonly number[] =>
    asked.filter(({ question }) => question.in_scope === inScope).map(({ signals }) => score(signals))
  const [covered, outside] = [scoresOf(true), scoresOf(false)]
  return { auroc: areaUnderCurve(covered, outside), refusedAt95Kept: refusedAt(covered, outside, KEPT) }
}
