import { z } from 'zod'
import { decodeAction, encodeAction, type Action } from '../../bot/action.ts'
import type { FormValues } from '../../bot/event.ts'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import type { Field } from '../../bot/reply.ts'
import { LIMITS } from './limits.ts'
import { label } from './text.ts'

/** What a press means: an action of the core with what was filled in, an entry that was chosen, or a question to ask. */
export type Meant =
  | Readonly<{ kind: 'press'; action: Action; values: FormValues }>
  | Readonly<{ kind: 'choice'; entry: string }>
  | Readonly<{ kind: 'ask'; text: string }>

/** `n`, the nonce, is new with every reply; `b` numbers the buttons; `l` is the card's language, `s` what it shows. */
const ours = z.strictObject({
  n: z.string(),
  b: z.number(),
  l: z.enum(LANGS).optional(),
  s: z.string().optional(),
  a: z.string().optional(),
  c: z.string().optional(),
  q: z.string().optional(),
})
const dataSchema = z.looseObject({ shirube: ours })

type Target = Readonly<{ action: Action } | { entry: string } | { question: string }>
type Place = Readonly<{ nonce: string; button: number; lang: Lang; shows: string | undefined }>

export function writeData(target: Target, { nonce, button, lang, shows }: Place): object {
  const common = { n: nonce, b: button, l: lang, ...(shows === undefined ? {} : { s: shows.toWellFormed() }) }
  if ('action' in target) return { shirube: { ...common, a: encodeAction(target.action) } }
  if ('entry' in target) return { shirube: { ...common, c: target.entry.toWellFormed() } }
  return { shirube: { ...common, q: label(target.question, LIMITS.question) } }
}

/** Of an input: new on a card, and says how its value is read. Inputs stand in the data beside what is ours. */
export const inputId = ({ kind, id }: Field, number: number): string => `${LETTERS[kind]}${number}:${id.toWellFormed()}`

const LETTERS = { text: 't', long_text: 't', date: 't', link: 't', choice: 'c', choices: 'm' } as const

/** An option's value: Teams parts the choices that were made by commas, and takes the empty text for no choice. */
export const codeOf = (value: string): string =>
  value === '' ? EMPTY : value.toWellFormed().replaceAll('%', '%25').replaceAll(',', '%2C')

const EMPTY = '%'

export type Pressed = Readonly<{
  nonce: string
  button: number
  lang: Lang | undefined
  shows: string | undefined
  meant: Meant
}>

/** Undefined for what no card of this version says. */
export function readData(data: unknown): Pressed | undefined {
  const read = dataSchema.safeParse(data)
  if (!read.success) return undefined
  const { shirube, ...inputs } = read.data
  const meant = meantBy(shirube, inputs)
  return meant && { nonce: shirube.n, button: shirube.b, lang: shirube.l, shows: shirube.s, meant }
}

function meantBy({ a, c, q }: z.infer<typeof ours>, inputs: Readonly<Record<string, unknown>>): Meant | undefined {
  if (c !== undefined) return { kind: 'choice', entry: c }
  if (q !== undefined) return { kind: 'ask', text: q }
  const action = a === undefined ? undefined : decodeAction(a)
  return action && { kind: 'press', action, values: valuesOf(inputs) }
}

const valuesOf = (inputs: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => {
      const [, letter, field = name] = /^([tcm])\d+:(.*)$/su.exec(name) ?? []
      return typeof value === 'string' ? [[field, letter === 't' ? value : chosen(value)]] : []
    }),
  )

/** Several choices go on separated by line feeds. */
const chosen = (codes: string): string => codes.split(',').map(valueOf).join('\n')
const valueOf = (code: string): string => (code === EMPTY ? '' : code.replaceAll('%2C', ',').replaceAll('%25', '%'))
