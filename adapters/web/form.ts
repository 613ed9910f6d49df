import type { HtmlEscapedString } from 'hono/utils/html'
import { encodeAction } from '../../bot/action.ts'
import type { Field, Form } from '../../bot/reply.ts'
import type { Lang } from '../../corpus/schema.ts'
import { markup } from './markup.ts'
import { webWordsIn } from './words.ts'

type In = Readonly<{ key: string; lang: Lang }>

/** A form whose values go along when its button is pressed. `key` makes its ids unique on the page. */
export function renderForm({ title, intro, fields, submit }: Form, { key, lang }: In): HtmlEscapedString {
  return markup`<form class="sheet" data-press="${encodeAction(submit.action)}" aria-labelledby="form-${key}">
<h2 id="form-${key}">${title}</h2>
${intro === '' ? undefined : markup`<p class="intro">${intro}</p>`}
${fields.map((field) => renderField(field, `${key}-${field.id}`, lang))}
<button type="submit" class="${submit.tone}">${submit.label}</button>
</form>`
}

/** Several choices are boxes to tick, everything else one input; what is wrong stands below it and is read out with it. */
function renderField(field: Field, id: string, lang: Lang): HtmlEscapedString {
  const below = renderBelow(field, id)
  if (field.kind === 'choices')
    return markup`<fieldset class="field-of-form" aria-describedby="${id}-below"><legend>${field.label}</legend>${renderInput(field, id)}${below}</fieldset>`
  return markup`<div class="field-of-form"><label for="${id}">${field.label}</label>${renderInput(field, id)}${renderPick(field, id, lang)}${below}</div>`
}

/** Without a name, the picked file itself is never part of what the form sends. */
const renderPick = (field: Field, id: string, lang: Lang): HtmlEscapedString | undefined =>
  field.kind === 'text' && field.from === 'file'
    ? markup`<label class="pick">${webWordsIn(lang).pickFile}<input type="file" data-fills="${id}"></label>`
    : undefined

function renderBelow({ hint, problem }: Field, id: string): HtmlEscapedString {
  const said = problem === undefined ? undefined : markup`<span class="problem-of-field">${problem}</span> `
  return markup`<p class="below" id="${id}-below">${said}${hint}</p>`
}

type WithOptions = Extract<Field, Readonly<{ options: unknown }>>

function renderBoxes({ id, value = '', options }: WithOptions): HtmlEscapedString {
  const ticked = new Set(value.split('\n'))
  return markup`${options.map(
    (option) =>
      markup`<label class="box"><input type="checkbox" name="${id}" value="${option.value}"${ticked.has(option.value) ? markup` checked` : markup``}><span>${option.label}</span></label>`,
  )}`
}

function renderInput(field: Field, id: string): HtmlEscapedString {
  const { value = '' } = field
  const required = field.optional ? markup`` : markup` required`
  const invalid = field.problem === undefined ? markup`` : markup` aria-invalid="true"`
  const common = markup`id="${id}" name="${field.id}" aria-describedby="${id}-below"${invalid}${required}`
  switch (field.kind) {
    case 'text':
      return markup`<input ${common} value="${value}" maxlength="${field.longest}" autocomplete="off">`
    case 'long_text':
      return markup`<textarea ${common} maxlength="${field.longest}" rows="3">${value}</textarea>`
    case 'date':
      return markup`<input ${common} type="date" value="${value}">`
    case 'link':
      return markup`<input ${common} type="url" value="${value}" placeholder="https://">`
    case 'choices':
      return renderBoxes(field)
    case 'choice':
      return markup`<select ${common}>${renderOptions(field)}</select>`
  }
}

function renderOptions({ value, options, optional }: WithOptions): readonly HtmlEscapedString[] {
  const isChosen = options.some((option) => option.value === value)
  const none = optional && !isChosen ? [markup`<option value="" selected>–</option>`] : []
  return [
    ...none,
    ...options.map(
      (option) =>
        markup`<option value="${option.value}"${option.value === value ? markup` selected` : markup``}>${option.label}</option>`,
    ),
  ]
}
