import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import { encodeAction } from '../../bot/action.ts'
import type { Field, Form } from '../../bot/reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import type { SlackAddress } from './address.ts'
import { sections } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { writeMetadata } from './modal-metadata.ts'
import { cut, escapeText } from './text.ts'
import { slackWordsIn } from './words.ts'

export type ModalNeeds = Readonly<{ nonce: string; thread: string; address: SlackAddress; lang: Lang }>

/** A form as a modal. What is wrong with a field stands above it: Slack shows errors of its own only while a modal closes. */
export function renderModal(form: Form, needs: ModalNeeds): ModalView {
  const { nonce, thread, address, lang } = needs
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(form.title, LIMITS.modalTitle),
    submit: plain(form.submit.label, LIMITS.modalTitle),
    close: plain(slackWordsIn(lang).cancel, LIMITS.modalTitle),
    private_metadata: writeMetadata({ action: encodeAction(form.submit.action), nonce, thread, address }),
    blocks: [...sections(escapeText(form.intro)), ...form.fields.flatMap(renderField)].slice(0, LIMITS.modalBlocks),
  }
}

const plain = (text: string, most: number) => ({ type: 'plain_text' as const, text: cut(text, most), emoji: false })

function renderField(field: Field): readonly KnownBlock[] {
  const problem = field.problem === undefined ? [] : sections(`⚠️ ${escapeText(field.problem)}`)
  return [...problem, inputOf(field)]
}

function inputOf(field: Field): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, LIMITS.label),
    optional: field.optional,
    element: elementOf(field),
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, LIMITS.hint) }),
  }
}

function elementOf(field: Field): InputBlock['element'] {
  const { id: action_id, value = '' } = field
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.kind === 'long_text',
        max_length: Math.min(field.longest, LIMITS.input),
        ...(value === '' ? {} : { initial_value: cut(value, Math.min(field.longest, LIMITS.input)) }),
      }
    case 'link':
      return { type: 'url_text_input', action_id, ...(value === '' ? {} : { initial_value: value }) }
    case 'date':
      return { type: 'datepicker', action_id, ...(value === '' ? {} : { initial_date: value }) }
    case 'choice': {
      const options = optionsOf(field.options)
      const chosen = options.find((option) => option.value === value)
      return { type: 'static_select', action_id, options, ...(chosen === undefined ? {} : { initial_option: chosen }) }
    }
    case 'choices': {
      const options = optionsOf(field.options)
      const chosen = options.filter((option) => value.split('\n').includes(option.value ?? ''))
      return {
        type: 'multi_static_select',
        action_id,
        options,
        ...(chosen.length === 0 ? {} : { initial_options: chosen }),
      }
    }
  }
}

const optionsOf = (options: readonly Readonly<{ value: string; label: string }>[]): PlainTextOption[] =>
  options
    .slice(0, LIMITS.options)
    .map(({ value, label }) => ({ text: plain(label, LIMITS.optionText), value: cut(value, LIMITS.optionValue) }))
