import type { Button as SlackButton, KnownBlock } from '@slack/types'
import type { Action } from '../../bot/action.ts'
import type { Button } from '../../bot/reply.ts'
import { cut } from '../../bot/words/cut.ts'
import { feedbackWordsIn } from '../../bot/words/feedback.ts'
import type { Lang } from '../../corpus/schema.ts'
import { askValue, choiceValue, pressValue } from './button-value.ts'
import { LIMITS } from './limits.ts'
import { escapeText, pieces, piecesOfLines } from './text.ts'

/** Text blocks. `verbatim` keeps Slack from making links and mentions of its own out of what stands there. */
export const sections = (escaped: string): readonly KnownBlock[] =>
  pieces(escaped, LIMITS.section).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }))

/** `lines` are escaped, each shorter than a section, and none is broken. */
export const smallLines = (lines: readonly string[]): readonly KnownBlock[] =>
  piecesOfLines(lines, LIMITS.section).map(context)

export const small = (escaped: string): readonly KnownBlock[] => pieces(escaped, LIMITS.section).map(context)

const context = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
})

/** Slack takes no empty text. */
export const orDots = (text: string): string => (text.trim() === '' ? '…' : text)

/** A heading too long for Slack's own block is a bold line, and whole. */
export const heading = (text: string): readonly KnownBlock[] =>
  text.length > LIMITS.header
    ? sections(bold(text))
    : [{ type: 'header', text: { type: 'plain_text', text: orDots(text), emoji: false } }]

/** Escaped, and with nothing in it that ends or begins bold early. */
export const bold = (text: string): string => (text === '' ? '' : `*${escapeText(text).replaceAll('*', '＊')}*`)

export type Rendering = Readonly<{
  nonce: string
  lang: Lang
  shows: string | undefined
  thread: string | undefined
  part: string
}>
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
    text: { type: 'plain_text', text: cut(orDots(label), LIMITS.button), emoji: false },
    action_id: `press:${rendering.part}${index}`,
    value: valueOf(button, rendering),
    ...(label.length > LIMITS.button ? { accessibility_label: cut(label, LIMITS.button) } : {}),
    ...(tone === 'plain' ? {} : { style: tone === 'main' ? 'primary' : 'danger' }),
  }
}

function valueOf(button: Pressable, rendering: Rendering): string {
  if ('action' in button) return pressValue(button.action, rendering)
  return 'entry' in button
    ? choiceValue(button.entry, rendering)
    : askValue(cut(button.question, LONGEST_QUESTION), rendering)
}

/** Escaped in JSON, a unit of a question takes six of the 2,000 that Slack allows at most. */
const LONGEST_QUESTION = 300

/** Whether an answer helped, asked in the one way that Slack has for it. */
export function feedbackRow(action: (helped: boolean) => Action, nonce: string, lang: Lang): KnownBlock {
  const words = feedbackWordsIn(lang)
  const button = (helped: boolean, text: string, accessibility_label: string) => ({
    text: { type: 'plain_text' as const, text, emoji: false },
    value: pressValue(action(helped), { nonce, lang }),
    accessibility_label,
  })
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: button(true, words.helped, words.helpedLong),
        negative_button: button(false, words.didNotHelp, words.didNotHelpLong),
      },
    ],
  }
}
