import type { HtmlEscapedString } from 'hono/utils/html'
import { encodeAction } from '../../bot/action.ts'
import type { Turn } from '../../bot/ports.ts'
import { choicesOf, type Block, type Reply } from '../../bot/reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import { markup } from './markup.ts'
import { renderReply } from './render.ts'
import { webWordsIn } from './words.ts'

/**
 * The earlier turns of a thread, oldest first, as the page showed them: a card that was pressed and changed in its place is there
 * once, as it was last. `lang` is the page's; each turn keeps its own.
 */
export function renderHistory(turns: readonly Turn[], lang: Lang): HtmlEscapedString {
  const labels = new Map(turns.flatMap(({ reply }) => labelsIn(reply)))
  return markup`${inPlace(turns).map(({ first, last }) => renderTurn(saidIn(first, labels), last, lang))}`
}

/** What stood on everything that could be pressed, by what it did. */
const labelsIn = (reply: Reply): readonly (readonly [string, string])[] => [
  ...choicesOf(reply).map(({ id, label }) => [id, label] as const),
  ...reply.blocks.flatMap(buttonsIn).map(({ action, label }) => [encodeAction(action), label] as const),
]

function buttonsIn(block: Block) {
  if (block.kind === 'buttons') return block.buttons
  return block.kind === 'form' ? [block.form.submit] : []
}

/** `first` began it, `last` is what it shows now. */
type Shown = Readonly<{ first: Turn; last: Turn }>

function inPlace(turns: readonly Turn[]): readonly Shown[] {
  const shown: Shown[] = []
  for (const turn of turns) {
    const before = shown.at(-1)
    if (before !== undefined && isSameCard(before.last, turn)) shown[shown.length - 1] = { ...before, last: turn }
    else shown.push({ first: turn, last: turn })
  }
  return shown
}

const isSameCard = (before: Turn, turn: Turn): boolean =>
  turn.event.kind === 'press' && turn.reply.shows !== undefined && turn.reply.shows === before.reply.shows

/** A pressed button is shown as it was labelled; one that was not in this thread, as nothing. */
function saidIn({ event }: Turn, labels: ReadonlyMap<string, string>): string {
  switch (event.kind) {
    case 'message':
      return event.text
    case 'choice':
      return labels.get(event.entry) ?? event.entry
    case 'press':
      return labels.get(encodeAction(event.action)) ?? ''
  }
}

function renderTurn(said: string, { event, reply }: Turn, lang: Lang): HtmlEscapedString {
  const line = markup`<p class="said"><span class="unseen" data-word="you">${webWordsIn(lang).page.you}</span> <span lang="${reply.lang}">${said}</span></p>`
  return markup`<div class="turn">${said === '' ? undefined : line}${renderReply(reply, event.id)}</div>`
}
