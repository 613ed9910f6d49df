import type { Block, Reply } from '../bot/reply.ts'
import { citationsOf } from '../bot/reply.ts'
import { sentences } from '../corpus/rules/words.ts'

/**
 * One sentence of a reply. `cited`: it carries marks, and must be supported by those passages. `own`: shown as the bot's
 * advice, which rests on nobody's words. `unmarked`: neither.
 */
export type Said = Readonly<
  | { kind: 'cited'; text: string; passages: readonly Readonly<{ id: string; quote: string }>[] }
  | { kind: 'own' | 'unmarked'; text: string }
>

/** What a reply says, sentence by sentence, with what each rests on. A mark stands for all before it in its block, up to another mark. */
export function saidIn(reply: Reply): readonly Said[] {
  const passages = new Map(citationsOf(reply).map(({ n, id, quote }) => [n, { id, quote }]))
  return reply.blocks.flatMap((block) =>
    piecesOf(block).flatMap((piece) =>
      markedSentences(piece).map(({ text, marks }): Said => {
        const rests = marks.map((n) => passages.get(n)).filter((passage) => passage !== undefined)
        if (rests.length > 0) return { kind: 'cited', text, passages: rests }
        return { kind: isOwn(block) ? 'own' : 'unmarked', text }
      }),
    ),
  )
}

const isOwn = (block: Block): boolean => block.kind === 'list' && block.own

function piecesOf(block: Block): readonly string[] {
  if (block.kind === 'text') return [block.text]
  return block.kind === 'list' ? block.items : []
}

type Marked = Readonly<{ text: string; marks: readonly number[] }>

const MARK = /\[(\d+)\]/gu

function markedSentences(piece: string): readonly Marked[] {
  const found: Marked[] = []
  let marks: readonly number[] = []
  for (const sentence of sentences(piece).toReversed()) {
    const own = [...sentence.matchAll(MARK)].map(([, n]) => Number(n))
    if (own.length > 0) marks = own
    const text = sentence.replaceAll(MARK, '').trim()
    if (/[\p{L}\p{N}]/u.test(text)) found.unshift({ text, marks })
  }
  return found
}
