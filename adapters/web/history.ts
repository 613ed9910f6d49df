import type { HtmlEscapedString } from 'hono/utils/html'
import type { Turn } from '../../bot/ports.ts'
import { choicesOf } from '../../bot/reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import { markup } from './markup.ts'
import { renderReply } from './render.ts'
import { webWordsIn } from './words.ts'

/** The earlier turns of a thread, oldest first. `lang` is the page's; each turn keeps its own. */
export function renderHistory(turns: readonly Turn[], lang: Lang): HtmlEscapedString {
  const labels = new Map(turns.flatMap(({ reply }) => choicesOf(reply).map(({ id, label }) => [id, label])))
  return markup`${turns.map((turn) => renderTurn(turn, saidIn(turn, labels), lang))}`
}

/** A pressed choice is shown as its button was. */
function saidIn({ event }: Turn, labels: ReadonlyMap<string, string>): string {
  switch (event.kind) {
    case 'message':
      return event.text
    case 'choice':
      return labels.get(event.entry) ?? event.entry
    case 'press':
      return event.action.kind
  }
}

const renderTurn = ({ event, reply }: Turn, said: string, lang: Lang): HtmlEscapedString =>
  markup`<div class="turn"><p class="said"><span class="unseen" data-word="you">${webWordsIn(lang).page.you}</span> <span lang="${reply.lang}">${said}</span></p>${renderReply(reply, event.id)}</div>`
