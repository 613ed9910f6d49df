import { z } from 'zod'
import { decodeAction, encodeAction, type Action } from '../../bot/action.ts'
import type { FormValues } from '../../bot/event.ts'

/** What a press means: an action of the core with what was filled in, an entry that was chosen, or a question to ask. */
export type Meant =
  | Readonly<{ kind: 'press'; action: Action; values: FormValues }>
  | Readonly<{ kind: 'choice'; entry: string }>
  | Readonly<{ kind: 'ask'; text: string }>

/** `n`, the nonce, is new with every reply; `b` numbers the buttons; `s` is what the card shows. Inputs stand beside `shirube`. */
const ours = z.strictObject({
  n: z.string(),
  b: z.number(),
  s: z.string().optional(),
  a: z.string().optional(),
  c: z.string().optional(),
  q: z.string().optional(),
})
const dataSchema = z.looseObject({ shirube: ours })

type Target = Readonly<{ action: Action } | { entry: string } | { question: string }>
type Place = Readonly<{ nonce: string; button: number; shows: string | undefined }>

export function writeData(target: Target, { nonce, button, shows }: Place): object {
  const common = { n: nonce, b: button, ...(shows === undefined ? {} : { s: shows }) }
  if ('action' in target) return { shirube: { ...common, a: encodeAction(target.action) } }
  return { shirube: { ...common, ...('entry' in target ? { c: target.entry } : { q: target.question }) } }
}

export type Pressed = Readonly<{ nonce: string; button: number; shows: string | undefined; meant: Meant }>

/** Undefined for what no card of this version says. */
export function readData(data: unknown): Pressed | undefined {
  const read = dataSchema.safeParse(data)
  if (!read.success) return undefined
  const { shirube, ...inputs } = read.data
  const meant = meantBy(shirube, inputs)
  return meant && { nonce: shirube.n, button: shirube.b, shows: shirube.s, meant }
}

function meantBy({ a, c, q }: z.infer<typeof ours>, inputs: Readonly<Record<string, unknown>>): Meant | undefined {
  if (c !== undefined) return { kind: 'choice', entry: c }
  if (q !== undefined) return { kind: 'ask', text: q }
  const action = a === undefined ? undefined : decodeAction(a)
  return action && { kind: 'press', action, values: valuesOf(inputs) }
}

/** Several choices of one field come separated by commas, and go on separated by line feeds; our option values hold no comma. */
const valuesOf = (inputs: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([field, value]) =>
      typeof value !== 'string'
        ? []
        : [[field.replace(/^\*/u, ''), field.startsWith('*') ? value.replaceAll(',', '\n') : value]],
    ),
  )
