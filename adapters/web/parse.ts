import { z } from 'zod'
import { decodeAction } from '../../bot/action.ts'
import type { ChatEvent, FormValues } from '../../bot/event.ts'
import { isTooLong } from '../../bot/question-length.ts'
import { LANGS } from '../../corpus/schema.ts'
import { OWNER } from './owner.ts'

export type Parsed =
  Readonly<{ kind: 'event'; event: ChatEvent }> | Readonly<{ kind: 'malformed' | 'empty' | 'too_long' }>

/** Only the web chat's own threads: with this page nobody reads a thread of another platform. */
export const threadSchema = z.string().regex(/^web:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** PostgreSQL refuses NUL and half a surrogate pair; both come in by pasting from broken files. */
const storable = z.string().transform((text) => text.toWellFormed().replaceAll('\0', '').trim())

const common = {
  id: z.uuid(),
  thread: threadSchema.exactOptional(),
  lang: z.enum(LANGS).exactOptional(),
}

const chatSchema = z.union([
  z.strictObject({ ...common, text: storable }),
  z.strictObject({ ...common, entry: storable.pipe(z.string().min(1).max(200)) }),
  z.strictObject({ ...common, press: z.string().max(2_000), values: z.record(z.string().max(100), storable) }),
])

export function parseChat(body: string): Parsed {
  const read = chatSchema.safeParse(fromJson(body))
  if (!read.success) return { kind: 'malformed' }
  const { id, thread = `web:${id}`, lang, ...said } = read.data
  const common = { id, thread, speaker: OWNER, ...(lang && { lang }) }
  if ('entry' in said) return { kind: 'event', event: { ...common, kind: 'choice', entry: said.entry } }
  if ('press' in said) return pressed(said.press, said.values, common)
  if (said.text === '') return { kind: 'empty' }
  if (isTooLong(said.text)) return { kind: 'too_long' }
  return { kind: 'event', event: { ...common, kind: 'message', text: said.text } }
}

function pressed(code: string, values: FormValues, common: Pick<ChatEvent, 'id' | 'thread' | 'speaker'>): Parsed {
  const action = decodeAction(code)
  return action === undefined
    ? { kind: 'malformed' }
    : { kind: 'event', event: { ...common, kind: 'press', action, values } }
}

function fromJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined // Not JSON is one of the ways to be malformed, and the schema says so.
  }
}
