import type { Operator } from '../adapters/store/operator/operator.ts'
import { personSchema, readConfig, type Config } from '../config.ts'
import { asOperator } from '../start/open-store.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { readOptions } from './options.ts'

type Asked = Readonly<{ person: string; json: boolean; set: Config['operators'] }>
type Deed = (operator: Operator, asked: Asked, terminal: Terminal) => Promise<0 | 1>

const DEEDS: Readonly<Record<string, Deed>> = { add, remove, list }

/** Who may see letters that wait and resend them in chat; runs beside a running bot, which knows at once. */
export const operator: Command = {
  usage: ['operator add PERSON', 'operator remove PERSON', 'operator list [--json]'],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean', default: false } })
    const [what = '', person = '', ...rest] = positionals
    const deed = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined
    if (deed === undefined) throw new UsageError('operator needs add, remove or list after it')
    if (rest.length > 0 || (person === '') !== (what === 'list'))
      throw new UsageError(
        what === 'list' ? 'operator list takes nothing after it' : `operator ${what} needs one person, ${HOW}`,
      )
    const config = readConfig(process.env)
    const asked = { person: what === 'add' ? readPerson(person) : person, json: values.json, set: config.operators }
    return asOperator(config, (work) => deed(work, asked, terminal))
  },
}

const HOW = 'such as slack:T0123ABCD:U0456EFGH; docs/operating.md tells where it is found'

function readPerson(text: string): string {
  const read = personSchema.safeParse(text)
  if (!read.success) throw new UsageError(`${text}: ${read.error.issues[0]?.message ?? 'nobody’s id'}`)
  return read.data
}

async function add(work: Operator, { person }: Asked, terminal: Terminal): Promise<0> {
  const { added, since } = await work.addOperator(person)
  await terminal.out(lineOf({ person, since }))
  terminal.err(
    added
      ? 'Is an operator from now on: “letters waiting” (届いていない手紙) in a personal chat with Shirube begins it.'
      : 'Was an operator before; nothing changed.',
  )
  return 0
}

async function remove(work: Operator, { person, set }: Asked, terminal: Terminal): Promise<0 | 1> {
  await work.removeOperator(person)
  if (set.includes(person)) {
    terminal.err(`${person} also stands in OPERATORS and stays an operator until that is changed.`)
    return 1
  }
  terminal.err(`${person} is no operator any more.`)
  return 0
}

async function list(work: Operator, { json, set }: Asked, terminal: Terminal): Promise<0> {
  const added = await work.operators('')
  const all = [...added, ...set.map((person) => ({ person, since: 'OPERATORS' }))]
  if (json) await terminal.out(JSON.stringify(all, null, 2))
  else for (const one of all) await terminal.out(lineOf(one))
  if (all.length === 0) terminal.err('There is none: operator add PERSON makes one.')
  return 0
}

const lineOf = ({ person, since }: Readonly<{ person: string; since: string }>): string =>
  `${since.slice(0, 10).padEnd(10)}  ${person}`
