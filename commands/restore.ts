import { readConfig } from '../config.ts'
import { restoreStore } from '../start/open-store.ts'
import { UsageError, type Command } from './command.ts'
import { readOptions } from './options.ts'

/** Puts a backup into the store, of whichever kind the backup's was. */
export const restore: Command = {
  usage: ['restore FILE [--replace]'],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { replace: { type: 'boolean', default: false } })
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) throw new UsageError('restore needs the name of one backup')
    const restoring = { file, replace: values.replace, now: new Date() }
    const { made_at, rows, doubtful } = await restoreStore(readConfig(process.env), restoring)
    for (const [table, count] of Object.entries(rows)) await terminal.out(`${table.padEnd(18)} ${count}`)
    await terminal.out(`restored as it was at ${made_at}`)
    if (doubtful > 0)
      terminal.err(
        `${doubtful} digests or reminders may have been sent since; digest waiting lists them to be sent again.`,
      )
    return 0
  },
}
