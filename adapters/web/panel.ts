import type { HtmlEscapedString } from 'hono/utils/html'
import { encodeAction } from '../../bot/action.ts'
import type { Button, Reply } from '../../bot/reply.ts'
import { deskWordsIn } from '../../bot/words/desk.ts'
import { markup } from './markup.ts'
import { renderMeters } from './progress.ts'
import { webWordsIn } from './words.ts'

/** The two numbers and the way on, from the checklist's home; empty for who has no checklist. */
export function renderPanel({ blocks, lang }: Reply): HtmlEscapedString {
  const shown = blocks.find((block) => block.kind === 'progress')
  if (shown === undefined) return markup``
  const words = webWordsIn(lang)
  const [assessed = '', inPlace = ''] = deskWordsIn(lang).progressLines(shown.progress)
  const next: Button = { label: words.next, action: { kind: 'view', view: 'next' }, tone: 'main' }
  const home: Button = { label: words.home, action: { kind: 'view', view: 'home' }, tone: 'plain' }
  const clear = blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .filter(({ action }) => action.kind === 'clear_sample')
  return markup`${clear.map(renderSample(lang))}${renderMeters(shown.progress, [assessed, inPlace])}<div class="ways">${[next, home].map(renderButton)}</div>`
}

const renderSample =
  (lang: Reply['lang']) =>
  (clear: Button): HtmlEscapedString =>
    markup`<p class="sample"><strong>${webWordsIn(lang).sample}</strong> ${renderButton(clear)}</p>`

const renderButton = ({ label, action, tone }: Button): HtmlEscapedString =>
  markup`<button type="button" class="${tone}" data-press="${encodeAction(action)}">${label}</button>`
