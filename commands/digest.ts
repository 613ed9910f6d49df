import { renderText } from '../adapters/terminal/render.ts'
import type { Operator } from '../adapters/store/operator/operator.ts'
import type { OperatorLetter } from '../adapters/store/operator/letter-answers.ts'
import { digestByHand, type ByHand } from '../bot/digest/by-hand.ts'
import { readFirmJson } from '../bot/firms/export/firm-json.ts'
import { knowledgeOf } from '../compose.ts'
import { readConfig } from '../config.ts'
import { CORPUS_DATA } from '../corpus/files.ts'
import { loadCorpus } from '../corpus/load.ts'
import { asOperator } from '../start/open-store.ts'
import { UsageError, type Command, type Terminal } from './command.ts'
import { readLang, readOptions } from './options.ts'

type Asked = Readonly<{
  rest: readonly string[]
  firm: string | undefined
  week: string | undefined
  lang: 'ja' | 'en' | undefined
  json: boolean
}>
type Deed = (operator: Operator, asked: Asked, terminal: Terminal) => Promise<0 | 1>

const DEEDS: Readonly<Record<string, Deed>> = { preview, send, waiting, resend }

/** What whoever runs the deployment does with digests; runs beside a running bot, which does the sending. */
export const digest: Command = {
  usage: [
    'digest preview --firm ID [--week YYYY-Www] [--lang ja|en]',
    'digest send --firm ID [--week YYYY-Www] [--json]',
    'digest waiting [--firm ID] [--json]',
    'digest resend ID',
  ],
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, {
      firm: { type: 'string' },
      week: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const [what = '', ...rest] = positionals
    const deed = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined
    if (deed === undefined) throw new UsageError('digest needs preview, send, waiting or resend after it')
    if (rest.length !== (what === 'resend' ? 1 : 0))
      throw new UsageError(`digest ${what}: ${NEEDS[what] ?? 'no further words'}`)
    const { firm, week, json } = values
    if (week !== undefined && !/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/u.test(week))
      throw new UsageError(`--week ${week}: write it as 2026-W48`)
    const asked = { rest, firm, week, json, lang: readLang(values.lang) }
    return asOperator(readConfig(process.env), (operator) => deed(operator, asked, terminal))
  },
}

const NEEDS: Readonly<Record<string, string>> = { resend: 'needs one id; digest waiting shows them' }

async function preview(operator: Operator, asked: Asked, terminal: Terminal): Promise<0 | 1> {
  const found = await written(operator, asked)
  if (found.kind !== 'digest') return refuse(found.kind, terminal)
  await terminal.out(renderText(found.reply.blocks, found.reply.lang))
  terminal.err(`${found.planned.period}; nothing was sent. ${goesTo(found.recipients.length)}`)
  return 0
}

const goesTo = (n: number): string => (n === 1 ? '1 manager gets it.' : `${n === 0 ? 'No' : n} managers get it.`)

async function send(operator: Operator, asked: Asked, terminal: Terminal): Promise<0 | 1> {
  const found = await written(operator, asked)
  if (found.kind !== 'digest') return refuse(found.kind, terminal)
  const { planned, recipients } = found
  if (planned.at > new Date()) {
    terminal.err(`${planned.period} goes out by itself on ${planned.at.toISOString()}.`)
    return 1
  }
  const firm = firmIn(asked)
  const wanted = { firm, period: planned.period, at: planned.at.toISOString(), recipients }
  const result = await operator.writeLetters(JSON.stringify(wanted))
  const all = await operator.letters(firm)
  const lines = all.filter(({ kind, period }) => kind === 'week' && period === planned.period)
  await show(lines, asked, terminal)
  terminal.err(
    result.written > 0
      ? `${result.written} planned; Shirube sends them within a minute while it runs.`
      : 'Nothing new was planned: each of them has its letter, or nobody is to get one.',
  )
  return 0
}

/** What needs a person; of one firm, all its letters. */
async function waiting(operator: Operator, asked: Asked, terminal: Terminal): Promise<0> {
  await show(await (asked.firm === undefined ? operator.stuck('') : operator.letters(asked.firm)), asked, terminal)
  const { ran, trouble, stand } = await operator.planner('')
  const counted = Object.entries(stand).map(([state, count]) => `${count} ${state}`)
  terminal.err(`${counted.join(', ')}. The planner last ran ${ran ?? 'never'}.`)
  if (trouble !== null) terminal.err(`It could not plan:\n${trouble}`)
  return 0
}

async function resend(operator: Operator, { rest: [id = ''] }: Asked, terminal: Terminal): Promise<0> {
  await terminal.out(lineOf(await operator.resend(id)))
  terminal.err('Planned anew; Shirube sends it within a minute while it runs.')
  return 0
}

async function written(operator: Operator, asked: Asked): Promise<ByHand> {
  const firm = firmIn(asked)
  const [whole, letters, corpus] = await Promise.all([
    operator.export(firm),
    operator.letters(firm),
    loadCorpus(CORPUS_DATA),
  ])
  const { week, lang } = asked
  const got = letters.flatMap(({ kind, state, at }) => (kind === 'week' && state === 'sent' ? [new Date(at)] : []))
  return digestByHand(readFirmJson(whole), { knowledge: knowledgeOf(corpus), now: new Date(), week, lang, got })
}

function firmIn({ firm }: Asked): string {
  if (firm === undefined) throw new UsageError('which firm? Add --firm ID; firm list shows them')
  return firm
}

const REFUSALS = {
  off: 'This firm wants no digest.',
  no_digest: 'That week has no digest: it falls on holidays, or the firm has paused it.',
} as const

function refuse(because: keyof typeof REFUSALS, terminal: Terminal): 1 {
  terminal.err(REFUSALS[because])
  return 1
}

async function show(lines: readonly OperatorLetter[], { json }: Asked, terminal: Terminal): Promise<void> {
  if (json) await terminal.out(JSON.stringify(lines, null, 2))
  else for (const line of lines) await terminal.out(lineOf(line))
}

const lineOf = ({ id, firm, kind, period, state, at, reason }: OperatorLetter): string =>
  `${id}  ${state.padEnd(9)}  ${kind.padEnd(5)}  ${period.padEnd(10)}  ${at.slice(0, 16)}  ${firm}  ${reason ?? ''}`.trimEnd()
