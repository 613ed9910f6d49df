import { z } from 'zod'
import { decodeAction, encodeAction, type Action } from '../../bot/action.ts'

/** What a press means: an action of the core, an entry that was chosen, or a question to ask. */
export type Meant =
  | Readonly<{ kind: 'press'; action: Action }>
  | Readonly<{ kind: 'choice'; entry: string }>
  | Readonly<{ kind: 'ask'; text: string }>

/** `n`, the nonce, is new with every reply, so that pressing one button twice is one event, and pressing it on the next card another. */
const valueSchema = z.union([
  z.strictObject({ n: z.string(), a: z.string(), s: z.string().optional(), t: z.string().optional() }),
  z.strictObject({ n: z.string(), c: z.string() }),
  z.strictObject({ n: z.string(), q: z.string() }),
])

/** What the button stands on: what the card shows, and the thread it is in, which Slack does not tell of ephemeral messages. */
type On = Readonly<{ shows?: string | undefined; thread?: string | undefined }>

export const pressValue = (nonce: string, action: Action, { shows: s, thread: t }: On = {}): string =>
  JSON.stringify({ n: nonce, a: encodeAction(action), s, t })
export const choiceValue = (nonce: string, entry: string): string => JSON.stringify({ n: nonce, c: entry })
export const askValue = (nonce: string, question: string): string => JSON.stringify({ n: nonce, q: question })

export type Pressed = Readonly<{ nonce: string; meant: Meant }> & On

/** Undefined for what no button of this version says. */
export function readValue(value: string): Pressed | undefined {
  const read = valueSchema.safeParse(fromJson(value))
  if (!read.success) return undefined
  const { data } = read
  if ('c' in data) return { nonce: data.n, meant: { kind: 'choice', entry: data.c } }
  if ('q' in data) return { nonce: data.n, meant: { kind: 'ask', text: data.q } }
  const action = decodeAction(data.a)
  if (action === undefined) return undefined
  return { nonce: data.n, meant: { kind: 'press', action }, shows: data.s, thread: data.t }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Somebody else's button; the schema says no.
  }
}
