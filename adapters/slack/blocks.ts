import type { Button as SlackButton, KnownBlock } from '@slack/types'
import type { Action } from '../../bot/action.ts'
import type { Button } from '../../bot/reply.ts'
import { askValue, choiceValue, pressValue } from './button-value.ts'
import { LIMITS } from './limits.ts'
import { cut, escapeText, pieces } from './text.ts'

/** Text blocks. `verbatim` keeps Slack from making links and mentions of its own out of what stands there. */
export const sections = (escaped: string): readonly KnownBlock[] =>
  pieces(escaped, LIMITS.section).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }))

export const header = (text: string): KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: cut(text, LIMITS.header), emoji: false },
})

export const small = (escaped: string): readonly KnownBlock[] =>
  pieces(escaped, LIMITS.section).map((text) => ({
    type: 'context',
    elements: [{ type: 'mrkdwn', text, verbatim: true }],
  }))

/** Escaped, and with nothing in it that ends or begins bold early. */
export const bold = (text: string): string => (text === '' ? '' : `*${escapeText(text).replaceAll('*', '＊')}*`)

export type Rendering = Readonly<{ nonce: string; shows: string | undefined; part: string }>
export type Pressable = Readonly<{ label: string; tone: Button['tone'] }> &
  (Readonly<{ action: Action }> | Readonly<{ entry: string }> | Readonly<{ question: string }>)

/** Rows of buttons; `first` numbers them within the message, since Slack wants every action id once. */
export function buttonRows(buttons: readonly Pressable[], first: number, rendering: Rendering): readonly KnownBlock[] {
  const elements = buttons.map((button, index) => slackButton(button, first + index, rendering))
  return Array.from({ length: Math.ceil(elements.length / LIMITS.buttonsInARow) }, (_, row) => ({
    type: 'actions',
    elements: elements.slice(row * LIMITS.buttonsInARow, (row + 1) * LIMITS.buttonsInARow),
  }))
}

function slackButton(button: Pressable, index: number, rendering: Rendering): SlackButton {
  const { label, tone } = button
  return {
    type: 'button',
    text: { type: 'plain_text', text: cut(label, LIMITS.button), emoji: false },
    action_id: `press:${rendering.part}${index}`,
    value: valueOf(button, rendering),
    ...(label.length > LIMITS.button ? { accessibility_label: cut(label, LIMITS.button) } : {}),
    ...(tone === 'plain' ? {} : { style: tone === 'main' ? 'primary' : 'danger' }),
  }
}

function valueOf(button: Pressable, { nonce, shows }: Rendering): string {
  if ('action' in button) return pressValue(nonce, button.action, shows)
  return 'entry' in button ? choiceValue(nonce, button.entry) : askValue(nonce, button.question)
}
