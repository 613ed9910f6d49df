import { checkCorpus } from '../corpus/check.ts'
import { CORPUS_DATA, readCorpusFiles } from '../corpus/files.ts'
import { parseCorpus } from '../corpus/load.ts'
import { formatProblem } from '../corpus/problem.ts'
import { statsOf, type Stats } from '../corpus/stats.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { readOptions } from './options.ts'

export const corpus: Command = {
  usage: ['corpus check [--json]', 'corpus stats [--json]'],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean', default: false } })
    const [what, ...rest] = positionals
    if (rest.length > 0) throw new UsageError(`corpus ${what ?? ''} takes no further words (${rest.join(' ')})`)
    if (what === 'check') return check(terminal, values.json)
    if (what === 'stats') return stats(terminal, values.json)
    throw new UsageError(
      what === undefined ? 'corpus needs check or stats after it' : `corpus ${what}: use check or stats`,
    )
  },
}

async function check(terminal: Terminal, json: boolean): Promise<0 | 1> {
  const problems = await checkCorpus()
  if (json) await terminal.out(JSON.stringify({ problems }, null, 2))
  else for (const problem of problems) await terminal.out(formatProblem(problem))
  const { clauses, version } = parseCorpus(await readCorpusFiles(CORPUS_DATA)).corpus
  if (problems.length === 0 && !json)
    await terminal.out(`corpus ${version}: ${clauses.length} requirements, no problems`)
  if (problems.length > 0) terminal.err(`${problems.length} problems; each line says what to do`)
  return problems.length === 0 ? 0 : 1
}

async function stats(terminal: Terminal, json: boolean): Promise<0> {
  const counted = statsOf(parseCorpus(await readCorpusFiles(CORPUS_DATA)).corpus)
  await terminal.out(json ? JSON.stringify(counted, null, 2) : showStats(counted))
  return 0
}

const showStats = (counted: Stats): string =>
  Object.entries(counted)
    .map(([name, value]) => `${name.padEnd(18)} ${typeof value === 'object' ? showParts(value) : value}`)
    .join('\n')

const showParts = (parts: Readonly<Record<string, number>>): string =>
  Object.entries(parts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
