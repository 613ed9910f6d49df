import type { Card } from './card-element.ts'
import { LIMITS } from './limits.ts'

/** How much is shown of one text (UTF-16 units) and of one field's options. */
export type Cut = Readonly<{ text: number; options: number }>

/** What a reply is made of: paragraphs of the message's text, and elements of its card. */
export type Pieces = Readonly<{ lines: readonly string[]; elements: readonly Card[] }>

type Making<T> = Readonly<{
  render: (cut: Cut) => Pieces
  assemble: (pieces: Pieces, cut: Cut) => T
  /** Says at the end that something is missing. */
  note: Pieces
}>

const WHOLE: Cut = { text: Infinity, options: Infinity }
const CUTS: readonly Cut[] = [
  { text: 2_000, options: 100 },
  { text: 600, options: 60 },
  { text: 200, options: 30 },
]
const SHORTEST: Cut = { text: 80, options: 12 }

/**
 * The whole where Teams takes it. Else every long text is cut, shorter and shorter, before anything is left out; and what is
 * left out last is what can be pressed, so that a form that is too long can still be sent.
 */
export function fitted<T>({ render, assemble, note }: Making<T>): T {
  const whole = assemble(render(WHOLE), WHOLE)
  if (bytesOf(whole) <= LIMITS.message) return whole
  for (const cut of CUTS) {
    const shorter = assemble(ending(render(cut), note), cut)
    if (bytesOf(shorter) <= LIMITS.message) return shorter
  }
  const pieces = ending(render(SHORTEST), note)
  const room = LIMITS.message - bytesOf(assemble(pieces, SHORTEST)) + sizeOf(pieces.lines) + sizeOf(pieces.elements)
  return assemble(kept(pieces, room), SHORTEST)
}

const ending = (one: Pieces, note: Pieces): Pieces => ({
  lines: one.lines.length === 0 ? [] : [...one.lines, ...note.lines],
  elements: one.elements.length === 0 ? [] : [...one.elements, ...note.elements],
})

/** The note at the end, then what can be pressed, then the rest from the top, each where there is room for it. */
function kept({ lines, elements }: Pieces, room: number): Pieces {
  const keptLines = keep(lines, { room: elements.length === 0 ? room : room / 2, isPressed: () => false })
  const left = room - sizeOf(keptLines)
  return { lines: keptLines, elements: keep(elements, { room: left, isPressed: ({ type }) => type === 'ActionSet' }) }
}

type Keeping<T> = Readonly<{ room: number; isPressed: (piece: T) => boolean }>

function keep<T>(pieces: readonly T[], { room, isPressed }: Keeping<T>): readonly T[] {
  const rest = pieces.slice(0, -1)
  const fitting = new Set<T>()
  let left = room
  for (const piece of [...pieces.slice(-1), ...rest.filter(isPressed), ...rest.filter((piece) => !isPressed(piece))]) {
    const size = sizeOf([piece])
    if (size > left) continue
    fitting.add(piece)
    left -= size
  }
  return pieces.filter((piece) => fitting.has(piece))
}

/** In bytes, as JSON. A line has two line feeds, escaped, for its quotation marks, and an element a comma. */
const sizeOf = (pieces: readonly unknown[]): number =>
  pieces.reduce<number>((sum, piece) => sum + bytesOf(piece) + (typeof piece === 'string' ? 2 : 1), 0)

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
