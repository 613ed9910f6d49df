import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composeBot } from '../compose.ts'
import { readConfig } from '../config.ts'
import { answerCases } from '../evals/answered.ts'
import { runBeir } from '../evals/beir.ts'
import { calibrate } from '../evals/calibrate.ts'
import { calibrateFollowUps } from '../evals/calibrate-follow-ups.ts'
import { CASES, readCases } from '../evals/cases.ts'
import { runClinc } from '../evals/clinc.ts'
import { compareRuns, readRun } from '../evals/compare.ts'
import { BASELINE, fallenBelow } from '../evals/gate.ts'
import { readJudged, summarise } from '../evals/judged.ts'
import { readingOf, type Reading } from '../evals/reading.ts'
import { drawReliability, showReliability } from '../evals/reliability-diagram.ts'
import { forecastsOf, reliabilityOf, type Reliability } from '../evals/reliability.ts'
import { sampleAnswers } from '../evals/sample.ts'
import { score, type Report } from '../evals/score.ts'
import { agreementOf, blinded, readReadings } from '../evals/second-reading.ts'
import { showAgreement, showComparison, showJudgements, showReport } from '../evals/show.ts'
import { loadBagEmbedder, WEIGHTS } from '../retrieval/embedder/bag.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { readOptions } from './options.ts'

const TEST_CASES = join(CASES, 'test')
const DEV_CASES = join(CASES, 'dev')

export const evaluate: Command = {
  usage: [
    'eval run [--cases FILE_OR_FOLDER] [--json]     the test cases unless others are given',
    'eval compare BEFORE AFTER [--json]             two runs kept with --json: what was gained and lost',
    'eval gate                                      fails when a score is below evals/baseline.json',
    'eval calibrate                                 prints the gate’s weights, fitted to the development cases',
    'eval calibrate-follow-ups                      prints the weights by which follow-ups are told from new questions',
    'eval reliability [--svg FILE] [--json]         how often what the gate forecasts comes true; draws it, too',
    'eval blind --seed WORD [--cases …]             the cases without labels, for a second reader',
    'eval agree READINGS --seed WORD [--cases …] [--json]',
    'eval answers [--sample 100] [--seed WORD]      answers to development cases, sentence by sentence, to be judged',
    'eval judged FILE [--json]                      how many sentences are supported by what they cite',
    'eval clinc --dir DIR [--json]                  abstention on CLINC150, a public set',
    'eval beir --dir DIR [--queries NAME] [--qrels NAME] [--json]',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      cases: { type: 'string' },
      sample: { type: 'string', default: '100' },
      seed: { type: 'string' },
      dir: { type: 'string' },
      svg: { type: 'string' },
      queries: { type: 'string', default: 'queries' },
      qrels: { type: 'string', default: 'qrels' },
      json: { type: 'boolean', default: false },
    })
    const [what = '', ...words] = positionals
    const action = ACTIONS.get(what)
    if (action === undefined) throw new UsageError(`eval ${what}: use ${[...ACTIONS.keys()].join(', ')}`)
    if (words.length > action.takes.length)
      throw new UsageError(`${words.join(' ')}: eval ${what} takes no such word; cases go after --cases`)
    if (words.length < action.takes.length) throw new UsageError(`eval ${what} needs ${action.takes.join(' and ')}`)
    return action.run(terminal, values, words)
  },
}

type Options = Readonly<{
  cases?: string | undefined
  sample: string
  seed?: string | undefined
  dir?: string | undefined
  svg?: string | undefined
  queries: string
  qrels: string
  json: boolean
}>

type Action = Readonly<{
  /** The words after the action's name, all of them needed. */
  takes: readonly string[]
  run: (terminal: Terminal, options: Options, words: readonly string[]) => Promise<0 | 1>
}>

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['run', { takes: [], run }],
  ['compare', { takes: ['the run before', 'the run after'], run: compare }],
  ['gate', { takes: [], run: gate }],
  ['calibrate', { takes: [], run: printGate }],
  ['calibrate-follow-ups', { takes: [], run: printFollowUps }],
  ['reliability', { takes: [], run: reliability }],
  ['blind', { takes: [], run: blind }],
  ['agree', { takes: ['a file of readings'], run: agree }],
  ['answers', { takes: [], run: answers }],
  ['judged', { takes: ['a file of judged answers'], run: judged }],
  ['clinc', { takes: [], run: clinc }],
  ['beir', { takes: [], run: beir }],
])

async function reportOn(cases: string): Promise<Report & { reading: Reading }> {
  const composed = await composeBot(readConfig(process.env))
  await composed.settled
  const answered = await answerCases(composed, await readCases(cases))
  const glossary = composed.corpus.terms.map(({ body }) => body)
  return { ...score(answered), reading: readingOf(answered, glossary) }
}

async function run(terminal: Terminal, { cases = TEST_CASES, json }: Options): Promise<0> {
  const report = await reportOn(cases)
  await terminal.out(json ? printed(report) : showReport(report))
  return 0
}

async function compare(
  terminal: Terminal,
  { json }: Options,
  [before = '', after = '']: readonly string[],
): Promise<0> {
  const comparison = compareRuns(await readRun(before), await readRun(after))
  await terminal.out(json ? printed(comparison) : showComparison(comparison))
  return 0
}

async function gate(terminal: Terminal): Promise<0 | 1> {
  const report = await reportOn(TEST_CASES)
  await terminal.out(showReport(report))
  const fallen = await fallenBelow(report, BASELINE)
  for (const one of fallen) terminal.err(one)
  if (fallen.length === 0) await terminal.out('\nno score is below the baseline')
  return fallen.length === 0 ? 0 : 1
}

async function printGate(terminal: Terminal): Promise<0> {
  const { index, embedder } = await composeBot(readConfig(process.env))
  await terminal.out(printed(await calibrate(index, embedder, await readCases(DEV_CASES))))
  return 0
}

async function printFollowUps(terminal: Terminal): Promise<0> {
  const composed = await composeBot(readConfig(process.env))
  await terminal.out(printed(await calibrateFollowUps(composed, await readCases(DEV_CASES))))
  return 0
}

async function reliability(terminal: Terminal, { svg, json }: Options): Promise<0> {
  const { retriever } = await composeBot(readConfig(process.env))
  const on = async (cases: string): Promise<Reliability> =>
    reliabilityOf(await forecastsOf(retriever, await readCases(cases)))
  const sets = { development: await on(DEV_CASES), test: await on(TEST_CASES) }
  if (svg !== undefined) await writeFile(svg, drawReliability(sets))
  await terminal.out(json ? printed(sets) : showReliability(sets))
  return 0
}

async function clinc(terminal: Terminal, { dir, json }: Options): Promise<0> {
  if (dir === undefined) throw new UsageError('eval clinc needs --dir with queries.jsonl and queries.train.jsonl')
  const report = await runClinc(dir, await loadBagEmbedder(WEIGHTS))
  await terminal.out(json ? printed(report) : JSON.stringify(report))
  return 0
}

async function blind(terminal: Terminal, { cases = TEST_CASES, seed }: Options): Promise<0> {
  const lines = blinded(await readCases(cases), seedOf(seed)).map((one) => JSON.stringify(one))
  await terminal.out(lines.join('\n'))
  return 0
}

async function agree(terminal: Terminal, options: Options, [readings = '']: readonly string[]): Promise<0> {
  const cases = await readCases(options.cases ?? TEST_CASES)
  const agreement = agreementOf(cases, await readReadings(readings), seedOf(options.seed))
  await terminal.out(options.json ? printed(agreement) : showAgreement(agreement))
  return 0
}

function seedOf(seed: string | undefined): string {
  if (seed === undefined) throw new UsageError('--seed is missing: any word; it decides the ids and the order')
  return seed
}

async function answers(terminal: Terminal, { cases = DEV_CASES, sample, seed = 'sample' }: Options): Promise<0> {
  const size = Number(sample)
  if (!Number.isInteger(size) || size < 1) throw new UsageError(`--sample ${sample}: a whole number of answers`)
  const { answer } = await composeBot(readConfig(process.env))
  const sampled = await sampleAnswers(answer, await readCases(cases), { size, seed })
  await terminal.out(sampled.map((one) => JSON.stringify(one)).join('\n'))
  return 0
}

async function judged(terminal: Terminal, { json }: Options, [path = '']: readonly string[]): Promise<0> {
  const summary = summarise(await readJudged(path))
  await terminal.out(json ? printed(summary) : showJudgements(summary))
  return 0
}

async function beir(terminal: Terminal, { dir, queries, qrels, json }: Options): Promise<0> {
  if (dir === undefined)
    throw new UsageError('eval beir needs --dir with a folder of corpus.jsonl, queries.jsonl, qrels.tsv')
  const report = await runBeir({ dir, queries, qrels }, await loadBagEmbedder(WEIGHTS))
  await terminal.out(json ? printed(report) : JSON.stringify(report))
  return 0
}

const printed = (value: unknown): string => JSON.stringify(value, null, 2)
