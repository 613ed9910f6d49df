import type { Opinions } from '../adapters/store/operator/operator.ts'
import { readConfig } from '../config.ts'
import { asOperator } from '../start/open-store.ts'
import { UsageError, type Command } from './command.ts'
import { readOptions } from './options.ts'

/** Whether answers helped, for whoever looks after the corpus; runs beside a running bot. */
export const feedback: Command = {
  usage: ['feedback [--json]'],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean', default: false } })
    if (positionals.length > 0) throw new UsageError('feedback takes no more words')
    const counts = (await asOperator(readConfig(process.env), (operator) => operator.feedback(''))).toSorted(worstFirst)
    if (values.json) await terminal.out(JSON.stringify(counts, null, 2))
    else for (const count of counts) await terminal.out(describe(count))
    if (counts.length === 0) terminal.err('Nobody has said yet whether an answer helped.')
    return 0
  },
}

/** What most people were not helped by; of those, what fewest were helped by. */
const worstFirst = (a: Opinions, b: Opinions): number => b.didNotHelp - a.didNotHelp || a.helped - b.helped

const describe = ({ about, helped, didNotHelp, reasons }: Opinions): string =>
  [
    `${about.padEnd(16)} helped ${String(helped).padStart(4)}   did not ${String(didNotHelp).padStart(4)}`,
    ...reasons.map((reason) => `    “${reason.replaceAll(/\s+/gu, ' ')}”`),
  ].join('\n')
