import type { OperatorMessage } from '../adapters/store/operator/messages.ts'
import { readConfig } from '../config.ts'
import { asOperator } from '../start/open-store.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { readOptions } from './options.ts'

/** What people said or pressed and has no answer, for whoever runs the deployment; runs beside a running bot. */
export const messages: Command = {
  usage: ['messages waiting [--json]', 'messages retry ID'],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean', default: false } })
    const [what, ...ids] = positionals
    const [id] = ids
    if (what === 'waiting' && id === undefined) return waiting(values, terminal)
    if (what === 'retry' && id !== undefined && ids.length === 1) return retry(id, terminal)
    throw new UsageError('messages needs waiting, or retry and one id after it')
  },
}

async function waiting({ json }: Readonly<{ json: boolean }>, terminal: Terminal): Promise<0> {
  const lines = await asOperator(readConfig(process.env), (operator) => operator.messages(''))
  if (json) await terminal.out(JSON.stringify(lines, null, 2))
  else for (const line of lines) await terminal.out(lineOf(line))
  if (lines.length === 0) terminal.err('No message waits for you.')
  return 0
}

async function retry(id: string, terminal: Terminal): Promise<0> {
  const line = await asOperator(readConfig(process.env), (operator) => operator.retry(id))
  await terminal.out(lineOf(line))
  terminal.err(
    line.platform === 'web'
      ? 'It is answered when its sender sends it again.'
      : 'Shirube takes it up again at once while it runs.',
  )
  return 0
}

const lineOf = ({ id, platform, kind, state, received, reason }: OperatorMessage): string =>
  `${received.slice(0, 16)}  ${state.padEnd(9)}  ${platform.padEnd(5)}  ${kind.padEnd(7)}  ${id}  ${reason ?? ''}`.trimEnd()
