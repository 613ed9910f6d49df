import { join } from 'node:path'
import { composeBot } from '../compose.ts'
import { readConfig } from '../config.ts'
import { answerCases } from '../evals/answered.ts'
import { runBeir } from '../evals/beir.ts'
import { calibrate } from '../evals/calibrate.ts'
import { CASES, readCases } from '../evals/cases.ts'
import { BASELINE, fallenBelow } from '../evals/gate.ts'
import { score, type Report } from '../evals/score.ts'
import { showReport } from '../evals/show.ts'
import { loadBagEmbedder, WEIGHTS } from '../retrieval/embedder/bag.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { readOptions } from './options.ts'

const TEST_CASES = join(CASES, 'test')
const DEV_CASES = join(CASES, 'dev')

export const evaluate: Command = {
  usage: [
    'eval run [--cases FILE_OR_FOLDER] [--json]     the test cases unless others are given',
    'eval gate                                      fails when a score is below evals/baseline.json',
    'eval calibrate                                 prints the gate’s weights, fitted to the development cases',
    'eval beir --dir DIR [--queries NAME] [--qrels NAME] [--json]',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      cases: { type: 'string' },
      dir: { type: 'string' },
      queries: { type: 'string', default: 'queries' },
      qrels: { type: 'string', default: 'qrels' },
      json: { type: 'boolean', default: false },
    })
    const [what, ...rest] = positionals
    if (rest.length > 0)
      throw new UsageError(`${rest.join(' ')}: eval ${what ?? ''} takes no such word; cases go after --cases`)
    if (what === 'run') return run(terminal, values.cases ?? TEST_CASES, values.json)
    if (what === 'gate') return gate(terminal)
    if (what === 'calibrate') return printGate(terminal)
    if (what !== 'beir') throw new UsageError(`eval ${what ?? ''}: use run, gate, calibrate or beir`)
    const { dir, queries, qrels, json } = values
    if (dir === undefined)
      throw new UsageError('eval beir needs --dir with a folder of corpus.jsonl, queries.jsonl, qrels.tsv')
    return beir(terminal, { dir, queries, qrels }, json)
  },
}

async function reportOn(cases: string): Promise<Report> {
  const { answer } = await composeBot(readConfig(process.env))
  return score(await answerCases(answer, await readCases(cases)))
}

async function run(terminal: Terminal, cases: string, json: boolean): Promise<0> {
  const report = await reportOn(cases)
  await terminal.out(json ? JSON.stringify(report, null, 2) : showReport(report))
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
  await terminal.out(JSON.stringify(await calibrate(index, embedder, await readCases(DEV_CASES)), null, 2))
  return 0
}

async function beir(
  terminal: Terminal,
  set: { dir: string; queries: string; qrels: string },
  json: boolean,
): Promise<0> {
  const report = await runBeir(set, await loadBagEmbedder(WEIGHTS))
  await terminal.out(json ? JSON.stringify(report, null, 2) : JSON.stringify(report))
  return 0
}
