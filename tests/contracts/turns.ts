import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import type { ChatEvent } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'

/** Something new that a person said, in a thread of its own. */
export const message = (): ChatEvent => messageIn(`test:${randomUUID()}`)

export const messageIn = (thread: string): ChatEvent => ({
  id: `test:${randomUUID()}`,
  thread,
  kind: 'message',
  text: '委託先にはどこまで求める？ 🔐',
})

export const saying = (text: string): Reply => ({
  outcome: 'answered',
  lang: 'ja',
  blocks: [{ kind: 'text', text }],
  confidence: 1,
})

const halfPairs = fc.nat(0xffff).map((unit) => String.fromCharCode(unit))

/** Words, emoji, every code point, NUL, and halves of surrogate pairs. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.oneof(halfPairs, fc.constantFrom('\0', '\uD83D', '\uDE00', '\\', '"')) }),
)

/** Anything a person may do in the given thread; ids are new each time. */
export const eventIn = (thread: string): fc.Arbitrary<ChatEvent> => {
  const common = { id: anyText.map((end) => `test:${randomUUID()}${end}`), thread: fc.constant(thread) }
  return fc.oneof(
    fc.record({ ...common, kind: fc.constant('message' as const), text: anyText }),
    fc.record({ ...common, lang: fc.constantFrom('ja', 'en'), kind: fc.constant('choice' as const), entry: anyText }),
  )
}

export const replyArbitrary: fc.Arbitrary<Reply> = fc.record({
  outcome: fc.constantFrom('answered', 'ask_back', 'error'),
  lang: fc.constantFrom('ja', 'en'),
  blocks: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('text', 'notice'), text: anyText }),
      fc.record({
        kind: fc.constant('list' as const),
        heading: anyText,
        items: fc.array(anyText),
        ordered: fc.boolean(),
        own: fc.boolean(),
      }),
    ),
  ),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
})

/** What an inbox gives back for what it was given: every text inside with � for NUL and for half a surrogate pair. */
export function asStored(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}').replaceAll('\0', '\u{FFFD}')
  if (Array.isArray(value)) return value.map(asStored)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asStored(part)]))
}
