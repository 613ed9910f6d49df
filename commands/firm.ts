import { resolve } from 'node:path'
import type { FirmLine, Operator } from '../adapters/store/operator/operator.ts'
import { readConfig } from '../config.ts'
import { asOperator } from '../start/open-store.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { exportFirm, readFormat, type Export } from './firm-export.ts'
import { readLang, readOptions } from './options.ts'

type Asked = Export & Readonly<{ json: boolean; yes: boolean }>
type Deed = (operator: Operator, asked: Asked, terminal: Terminal) => Promise<0 | 1>

const DEEDS: Readonly<Record<string, Deed>> = { list, show, code, export: exportFirm, import: take, delete: erase }

const NEEDS: Readonly<Record<string, string>> = {
  list: 'firm list takes no id',
  import: 'firm import needs the file that firm export wrote',
}

/** What whoever runs the deployment does with firms; runs beside a running bot. */
export const firm: Command = {
  usage: [
    'firm list [--json]',
    'firm show ID [--json]',
    'firm code ID [--json]',
    'firm export ID [--format json|csv|xlsx] [--lang ja|en] [--to FILE]',
    'firm import FILE [--json]',
    'firm delete ID --yes [--json]',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      json: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      format: { type: 'string', default: 'json' },
      lang: { type: 'string' },
      to: { type: 'string' },
    })
    const [what = '', id = '', ...rest] = positionals
    const deed = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined
    if (deed === undefined) throw new UsageError('firm needs list, show, code, export, import or delete after it')
    if (rest.length > 0 || (id === '') !== (what === 'list'))
      throw new UsageError(NEEDS[what] ?? `firm ${what} needs one id; firm list shows them`)
    const { json, yes, to } = values
    const asked = { id, json, yes, format: readFormat(values.format), lang: readLang(values.lang), to }
    return asOperator(readConfig(process.env), (operator) => deed(operator, asked, terminal))
  },
}

async function list(operator: Operator, { json }: Asked, terminal: Terminal): Promise<0> {
  const lines = await operator.list('')
  if (json) await terminal.out(JSON.stringify(lines, null, 2))
  else for (const line of lines) await terminal.out(showLine(line))
  if (lines.length === 0) terminal.err('There is no firm yet: one is made when somebody speaks in a new workspace.')
  return 0
}

const showLine = ({ id, name, members, entries, founded }: FirmLine): string =>
  `${id}  ${founded.slice(0, 10)}  ${String(members).padStart(4)} people  ${String(entries).padStart(5)} entries  ${name === '' ? '(no name yet)' : name}`

async function show(operator: Operator, { id, json }: Asked, terminal: Terminal): Promise<0> {
  const line = await operator.show(id)
  await terminal.out(json ? JSON.stringify(line, null, 2) : describe(line))
  return 0
}

const describe = (line: FirmLine): string =>
  Object.entries({ ...line, workspaces: line.workspaces.join(', '), latest: line.latest ?? 'nothing yet' })
    .map(([name, value]) => `${name.padEnd(12)} ${value}`)
    .join('\n')

/** For whoever is to lead the firm, who sends "code" in its chat and enters it. */
async function code(operator: Operator, { id, json }: Asked, terminal: Terminal): Promise<0> {
  const made = await operator.makeCode(id)
  await terminal.out(json ? JSON.stringify(made, null, 2) : made.code)
  terminal.err(`Works once, within ${made.minutes} minutes: send “code” (コード) in the chat and enter it.`)
  return 0
}

async function take(operator: Operator, { id: file, json }: Asked, terminal: Terminal): Promise<0> {
  const { id, members, entries } = await operator.import(resolve(file))
  const line = `${id}  ${members} people  ${entries} entries`
  await terminal.out(json ? JSON.stringify({ id, members, entries }, null, 2) : line)
  terminal.err(`No chat leads to it yet: firm code ${id} makes the code that brings one along.`)
  return 0
}

/** With a receipt, which is all that is left. */
async function erase(operator: Operator, { id, json, yes }: Asked, terminal: Terminal): Promise<0 | 1> {
  const line = await operator.show(id)
  if (!yes) {
    await terminal.out(describe(line))
    terminal.err('Nothing was deleted. Add --yes to delete all of this for good; firm export writes a copy before.')
    return 1
  }
  const { members, entries, codes, turns } = await operator.erase(id)
  const receipt = { deleted: id, name: line.name, at: new Date().toISOString(), members, entries, codes, turns }
  const lines = Object.entries(receipt).map(([name, value]) => `${name.padEnd(12)} ${value}`)
  await terminal.out(json ? JSON.stringify(receipt, null, 2) : lines.join('\n'))
  return 0
}
