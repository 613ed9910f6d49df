import { z } from 'zod'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { decodeAction, encodeAction, type Action } from '../../bot/action.ts'

/** What a press means: an action of the core, an entry that was chosen, or a question to ask. */
export type Meant =
  | Readonly<{ kind: 'press'; action: Action }>
  | Readonly<{ kind: 'choice'; entry: string }>
  | Readonly<{ kind: 'ask'; text: string }>

/** `n`, the nonce, is new with every reply, so that pressing one button twice is one event, and pressing it on the next card another. */
const common = { n: z.string(), l: z.enum(LANGS).optional() }
const valueSchema = z.union([
  z.strictObject({ ...common, a: z.string(), s: z.string().optional(), t: z.string().optional() }),
  z.strictObject({ ...common, c: z.string() }),
  z.strictObject({ ...common, q: z.string() }),
])

/** What the button stands on: what the card shows, its language, and the thread it is in, which Slack does not tell of ephemeral messages. */
type On = Readonly<{ lang?: Lang | undefined; shows?: string | undefined; thread?: string | undefined }>
type Place = On & Readonly<{ nonce: string }>

export const pressValue = (action: Action, { nonce: n, lang: l, shows: s, thread: t }: Place): string =>
  JSON.stringify({ n, l, a: encodeAction(action), s, t })
export const choiceValue = (entry: string, { nonce: n, lang: l }: Place): string => JSON.stringify({ n, l, c: entry })
export const askValue = (question: string, { nonce: n }: Place): string => JSON.stringify({ n, q: question })

export type Pressed = Readonly<{ nonce: string; meant: Meant }> & On

/** Undefined for what no button of this version says. */
export function readValue(value: string): Pressed | undefined {
  const read = valueSchema.safeParse(fromJson(value))
  if (!read.success) return undefined
  const { data } = read
  const on = { nonce: data.n, lang: data.l }
  if ('c' in data) return { ...on, meant: { kind: 'choice', entry: data.c } }
  if ('q' in data) return { ...on, meant: { kind: 'ask', text: data.q } }
  const action = decodeAction(data.a)
  if (action === undefined) return undefined
  return { ...on, meant: { kind: 'press', action }, shows: data.s, thread: data.t }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Somebody else's button; the schema says no.
  }
}
