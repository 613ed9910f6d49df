import type { InputBlock, PlainTextElement, PlainTextOption } from '@slack/types'
import type { Field } from '../../bot/reply.ts'
import { cut } from '../../bot/words/cut.ts'
import { orDots } from './blocks.ts'
import { LIMITS } from './limits.ts'

/** One field of a form. `n` makes its block's id new: Slack keeps what was typed under an old one when a modal changes. */
export function inputOf(field: Field, n: number): InputBlock {
  return {
    type: 'input',
    block_id: `${n}:${field.id}`.slice(0, LIMITS.id),
    label: plain(field.label, LIMITS.label),
    optional: field.optional,
    element: elementOf(field),
    ...(field.hint === undefined || field.hint === '' ? {} : { hint: plain(field.hint, LIMITS.hint) }),
  }
}

const plain = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: cut(orDots(text), most),
  emoji: false,
})

function elementOf(field: Field): InputBlock['element'] {
  const { value = '' } = field
  const action_id = field.id.slice(0, LIMITS.id)
  switch (field.kind) {
    case 'text':
    case 'long_text': {
      const max_length = Math.min(Math.max(field.longest, 1), LIMITS.input)
      const initial = cut(value, max_length)
      const multiline = field.kind === 'long_text'
      return {
        type: 'plain_text_input',
        action_id,
        multiline,
        max_length,
        ...(initial !== '' && { initial_value: initial }),
      }
    }
    case 'link':
      return { type: 'url_text_input', action_id, ...(URL.canParse(value) && { initial_value: value }) }
    case 'date':
      return { type: 'datepicker', action_id, ...(isDate(value) && { initial_date: value }) }
    case 'choice': {
      const options = optionsOf(field.options)
      const [chosen] = options.filter((option) => option.value === value)
      return {
        type: 'static_select',
        action_id,
        ...listed(options),
        ...(chosen !== undefined && { initial_option: chosen }),
      }
    }
    case 'choices': {
      const options = optionsOf(field.options)
      const chosen = options.filter((option) => value.split('\n').includes(option.value ?? ''))
      const initial = chosen.length > 0 && { initial_options: chosen }
      return { type: 'multi_static_select', action_id, ...listed(options), ...initial }
    }
  }
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))

type Options = Extract<Field, { kind: 'choice' | 'choices' }>['options']

/** The options in full, numbered, where Slack would cut one of them short: nobody is to tick what they can't read. */
export function fullOptions(field: Field): readonly string[] {
  if (field.kind !== 'choice' && field.kind !== 'choices') return []
  return isCutShort(field.options) ? field.options.map(numbered) : []
}

const isCutShort = (options: Options): boolean => options.some(({ label }) => label.length > LIMITS.optionText)

const numbered = ({ label }: Options[number], index: number): string => `${index + 1}. ${label}`

/** Slack wants at least one option, each with a value of its own. */
function optionsOf(options: Options): PlainTextOption[] {
  const some =
    options.length === 0 ? [{ value: '', label: '…' }] : options.slice(0, LIMITS.options * LIMITS.optionGroups)
  const named = isCutShort(some) ? some.map((option, n) => ({ ...option, label: numbered(option, n) })) : some
  return named.map(({ value, label }) => ({
    text: plain(label, LIMITS.optionText),
    value: value === '' ? EMPTY : value.slice(0, LIMITS.optionValue),
  }))
}

/** As they are, or in groups named by their places (`101–200`) where Slack takes no more of them in one list. */
function listed(
  options: PlainTextOption[],
): { options: PlainTextOption[] } | { option_groups: { label: PlainTextElement; options: PlainTextOption[] }[] } {
  if (options.length <= LIMITS.options) return { options }
  const starts = Array.from({ length: Math.ceil(options.length / LIMITS.options) }, (_, n) => n * LIMITS.options)
  return {
    option_groups: starts.map((start) => {
      const group = options.slice(start, start + LIMITS.options)
      return { label: plain(`${start + 1}–${start + group.length}`, LIMITS.optionText), options: group }
    }),
  }
}

/** Stands for an option whose value is the empty text, which Slack refuses. */
export const EMPTY = '-'
