import type { Field } from '../../bot/reply.ts'
import { cut } from '../../bot/words/cut.ts'
import { chatWordsIn } from '../../bot/words/chat.ts'
import type { Lang } from '../../corpus/schema.ts'
import { codeOf, inputId } from './card-data.ts'
import { textBlock, type Card } from './card-element.ts'
import type { Cut } from './fit.ts'
import { clean, label } from './text.ts'

export type Filling = Readonly<{ lang: Lang; cut: Cut; number: () => number }>

/** One field of a form: what is wrong with it, the input, and what helps to fill it in. */
export function renderField(field: Field, filling: Filling): readonly Card[] {
  const { hint, problem } = field
  const most = filling.cut.text
  const shown = optionsOf(field).length
  const isShort = shown > filling.cut.options
  return [
    ...(problem === undefined ? [] : [{ ...textBlock(`⚠️ ${problem}`, most), color: 'Attention' }]),
    inputOf(field, filling),
    ...[...(hint === undefined ? [] : [hint]), ...(isShort ? [chatWordsIn(filling.lang).cutShort] : [])].map(
      (text) => ({ ...textBlock(text, most), isSubtle: true, size: 'Small', spacing: 'Small' }),
    ),
  ]
}

const optionsOf = (field: Field): readonly object[] => ('options' in field ? field.options : [])

function inputOf(field: Field, { lang, cut: { text: most, options }, number }: Filling): Card {
  const common = {
    id: inputId(field, number()),
    label: label(field.label, most),
    isRequired: !field.optional,
    errorMessage: chatWordsIn(lang).required,
  }
  switch (field.kind) {
    case 'text':
    case 'long_text': {
      const maxLength = Math.max(field.longest, 1)
      return {
        type: 'Input.Text',
        ...common,
        ...given(cut(clean(field.value ?? ''), maxLength)),
        maxLength,
        isMultiline: field.kind === 'long_text',
      }
    }
    case 'link':
      return {
        type: 'Input.Text',
        ...common,
        ...given(clean(field.value ?? '')),
        style: 'Url',
        placeholder: 'https://',
      }
    case 'date':
      return { type: 'Input.Date', ...common, ...(isDate(field.value) ? { value: field.value } : {}) }
    case 'choice':
    case 'choices':
      return { type: 'Input.ChoiceSet', ...common, ...choosing(field, { most, options }) }
  }
}

const given = (value: string) => (value === '' ? {} : { value })

const isDate = (text: string | undefined): boolean =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))

type WithOptions = Extract<Field, Readonly<{ options: unknown }>>

/** As many as fit on a screen stand open. */
const OPEN = 5

function choosing({ kind, value = '', options: all }: WithOptions, shown: Readonly<{ most: number; options: number }>) {
  const isMultiSelect = kind === 'choices'
  const some = all.length === 0 ? [{ value: '', label: '…' }] : all
  const options = some.slice(0, Math.min(shown.options, some.length))
  const chosen = options.filter((option) => (isMultiSelect ? value.split('\n') : [value]).includes(option.value))
  return {
    style: isMultiSelect || options.length <= OPEN ? 'expanded' : 'compact',
    isMultiSelect,
    wrap: true,
    choices: options.map((option) => ({ title: label(option.label, shown.most), value: codeOf(option.value) })),
    ...given(chosen.map((option) => codeOf(option.value)).join(',')),
  }
}
