import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describeError } from './start/describe-error.ts'
import { UsageError, type Command, type Terminal } from './commands/command.ts'

/** Loaded when called, so that one command doesn't wait for what only another needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ask: async () => (await import('./commands/ask.ts')).ask,
  corpus: async () => (await import('./commands/corpus.ts')).corpus,
  eval: async () => (await import('./commands/eval.ts')).evaluate,
  digest: async () => (await import('./commands/digest.ts')).digest,
  firm: async () => (await import('./commands/firm.ts')).firm,
  operator: async () => (await import('./commands/operator.ts')).operator,
  messages: async () => (await import('./commands/messages.ts')).messages,
  feedback: async () => (await import('./commands/feedback.ts')).feedback,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  teams: async () => (await import('./commands/teams.ts')).teams,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
}

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
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined)
    return wrongUsage(name === '' ? 'no command given' : `${name}: no such command`, Object.values(COMMANDS))
  try {
    return await (await load()).run(args, terminal)
  } catch (cause) {
    if (cause instanceof UsageError) return wrongUsage(cause.message, [load])
    terminal.err(describeError(cause))
    return 1
  }
}

async function wrongUsage(message: string, commands: readonly (() => Promise<Command>)[]): Promise<2> {
  const known = await Promise.all(commands.map((load) => load()))
  const usage = known.flatMap((one) => one.usage).map((line) => `  npm run -s cli -- ${line}`)
  terminal.err([message, 'Usage:', ...usage].join('\n'))
  return 2
}

process.exitCode = await main(process.argv.slice(2))
