import type { HtmlEscapedString } from 'hono/utils/html'
import { encodeAction } from '../../bot/action.ts'
import type { Field, Form } from '../../bot/reply.ts'
import { markup } from './markup.ts'

/** A form whose values go along when its button is pressed. */
export function renderForm({ title, intro, fields, submit }: Form): HtmlEscapedString {
  return markup`<form class="sheet" data-press="${encodeAction(submit.action)}">
<h2>${title}</h2>
<p>${intro}</p>
${fields.map(renderField)}
<button type="submit" class="${submit.tone}">${submit.label}</button>
</form>`
}

function renderField(field: Field): HtmlEscapedString {
  return markup`<label><span>${field.label}</span>${renderInput(field)}<small>${field.problem ?? field.hint ?? ''}</small></label>`
}

function renderInput(field: Field): HtmlEscapedString {
  const { id, value = '' } = field
  const required = field.optional ? markup`` : markup` required`
  switch (field.kind) {
    case 'text':
      return markup`<input name="${id}" value="${value}" maxlength="${field.longest}"${required}>`
    case 'long_text':
      return markup`<textarea name="${id}" maxlength="${field.longest}"${required}>${value}</textarea>`
    case 'date':
      return markup`<input type="date" name="${id}" value="${value}"${required}>`
    case 'link':
      return markup`<input type="url" name="${id}" value="${value}"${required}>`
    case 'choice':
    case 'choices': {
      const chosen = new Set(value.split('\n'))
      const several = field.kind === 'choices' ? markup` multiple` : markup``
      const options = field.options.map(
        (option) =>
          markup`<option value="${option.value}"${chosen.has(option.value) ? markup` selected` : markup``}>${option.label}</option>`,
      )
      return markup`<select name="${id}"${several}${required}>${options}</select>`
    }
  }
}
