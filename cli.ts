import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ask } from './commands/ask.ts'
import { UsageError, type Command, type Terminal } from './commands/command.ts'
import { corpus } from './commands/corpus.ts'
import { doctor } from './commands/doctor.ts'
import { evaluate } from './commands/eval.ts'

const COMMANDS: Readonly<Record<string, Command>> = { ask, corpus, eval: evaluate, doctor }

const terminal: Terminal = {
  lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  out: async (text) => {
    if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
  },
  err: (text) => {
    process.stderr.write(`${text}\n`)
  },
}

/** Exit codes others rely on: 0 fine, 1 the work failed, 2 wrong usage. */
async function main([name = '', ...args]: readonly string[]): Promise<0 | 1 | 2> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  try {
    if (command === undefined) throw new UsageError(name === '' ? 'no command given' : `${name}: no such command`)
    return await command.run(args, terminal)
  } catch (cause) {
    if (cause instanceof UsageError) return wrongUsage(cause.message, command)
    terminal.err(describe(cause))
    return 1
  }
}

function wrongUsage(message: string, command: Command | undefined): 2 {
  const known = command === undefined ? Object.values(COMMANDS) : [command]
  const usage = known.flatMap((one) => one.usage).map((line) => `  npm run -s cli -- ${line}`)
  terminal.err([message, 'Usage:', ...usage].join('\n'))
  return 2
}

/** The message and what caused it, without the stack: these are read by people who run the bot. */
const describe = (cause: unknown): string =>
  cause instanceof Error ? [cause.message, ...(cause.cause === undefined ? [] : [`  because: ${describe(cause.cause)}`])].join('\n') : String(cause)

process.exitCode = await main(process.argv.slice(2))
