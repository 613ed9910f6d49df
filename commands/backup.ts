import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { asOperator } from '../start/open-store.ts'
import { UsageError, type Command } from './command.ts'
import { readOptions } from './options.ts'

/** Writes everything the store holds to one file; runs beside a running bot. */
export const backup: Command = {
  usage: ['backup FILE'],
  run: async (args, terminal) => {
    const [file, ...rest] = readOptions(args, {}).positionals
    if (file === undefined || rest.length > 0) throw new UsageError('backup needs the name of one file to write')
    // The process that writes it may be another one, in another folder.
    const done = await asOperator(readConfig(process.env), (operator) => operator.backUp(resolve(file)))
    for (const [table, rows] of Object.entries(done.rows)) await terminal.out(`${table.padEnd(18)} ${rows}`)
    await terminal.out(
      `${done.file}: ${done.bytes} bytes. It holds what people said and did; keep it as safe as the store.`,
    )
    return 0
  },
}
