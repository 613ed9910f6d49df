import type { HtmlEscapedString } from 'hono/utils/html'
import { encodeAction } from '../../bot/action.ts'
import type { Block, RelatedLink, Reply } from '../../bot/reply.ts'
import { citationsOf, partsOf } from '../../bot/reply.ts'
import { deskWordsIn } from '../../bot/words/desk.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { renderCitations } from './citations.ts'
import { renderForm } from './form.ts'
import { markup } from './markup.ts'
import { renderMeters } from './progress.ts'
import { renderInline, renderParagraphs, type Marks } from './text.ts'
import { webWordsIn } from './words.ts'

type ListBlock = Extract<Block, { kind: 'list' }>

/** `key` makes the ids in the fragment unique on the page: the id of the event replied to. */
export function renderReply(reply: Reply, key: string): HtmlEscapedString {
  const { lang, outcome } = reply
  const shows = reply.shows === undefined ? markup`` : markup` data-shows="${reply.shows}"`
  const marks: Marks = { key, lang, known: new Set(citationsOf(reply).map((citation) => citation.n)) }
  return markup`<div class="reply" role="${outcome === 'error' ? 'alert' : 'article'}" lang="${lang}" data-outcome="${outcome}"${shows}>${reply.blocks.map((block) => renderBlock(block, marks))}</div>`
}

function renderBlock(block: Block, marks: Marks): HtmlEscapedString {
  switch (block.kind) {
    case 'text':
      return renderParagraphs(block.text, marks)
    case 'list':
      return renderList(block, marks)
    case 'citations':
      return renderCitations(block.citations, marks)
    case 'choices':
      return renderButtons(
        block.prompt,
        block.choices.map(({ id, label }) => markup`<button type="button" data-entry="${id}">${label}</button>`),
      )
    case 'suggestions':
      return renderButtons(
        block.prompt,
        block.questions.map((question) => markup`<button type="button" data-ask="${question}">${question}</button>`),
      )
    case 'related':
      return renderRelated(block.links, marks.lang)
    case 'notice':
      return markup`<aside class="notice">${renderParagraphs(block.text, marks)}</aside>`
    case 'heading':
      return markup`<h2 class="card-title">${block.text}</h2>`
    case 'facts':
      return markup`<dl class="facts">${block.facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
    case 'progress':
      return renderMeters(block.progress, deskWordsIn(marks.lang).progressLines(block.progress))
    case 'buttons':
      return renderPresses(block)
    case 'form':
      return renderForm(block.form, marks)
    case 'link':
      return markup`<p class="page-link"><a href="${block.path}" target="_blank" rel="noopener">${block.label}</a></p>`
    case 'written_by_model':
      return markup`<aside class="notice" data-written-by="model">${renderParagraphs(block.text, marks)}</aside>`
  }
}

function renderList({ heading, items, ordered, own, links }: ListBlock, marks: Marks): HtmlEscapedString {
  const linked = (part: string, n: number) => (n % 2 === 0 ? renderInline(part, marks) : renderAddress(part))
  const rows = items.map((item) => markup`<li>${partsOf(item, links).map(linked)}</li>`)
  const list = ordered ? markup`<ol>${rows}</ol>` : markup`<ul>${rows}</ul>`
  return markup`<section class="list ${own ? 'own' : ''}"><h2>${heading}</h2>${rows.length > 0 ? list : undefined}</section>`
}

/** Only web addresses become links. */
const renderAddress = (url: string): HtmlEscapedString =>
  /^https?:\/\//iu.test(url)
    ? markup`<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`
    : markup`${url}`

function renderButtons(prompt: string, buttons: readonly HtmlEscapedString[]): HtmlEscapedString {
  const rows = buttons.map((button) => markup`<li>${button}</li>`)
  return markup`<div class="choices"><p>${prompt}</p>${rows.length > 0 ? markup`<ul>${rows}</ul>` : undefined}</div>`
}

function renderPresses({ prompt, buttons }: Extract<Block, { kind: 'buttons' }>): HtmlEscapedString {
  const rows = buttons.map(
    ({ label, action, tone }) =>
      markup`<li><button type="button" class="${tone}" data-press="${encodeAction(action)}">${label}</button></li>`,
  )
  return markup`<div class="presses">${prompt === '' ? undefined : markup`<p>${prompt}</p>`}<ul>${rows}</ul></div>`
}

function renderRelated(links: readonly RelatedLink[], lang: Lang): HtmlEscapedString {
  if (links.length === 0) return markup``
  const words = webWordsIn(lang)
  const rows = links.map(
    ({ framework, id, title, relation }) =>
      markup`<li><span class="id">${framework.toUpperCase()} ${id}</span> ${title} <small>${words.relations[relation]}</small></li>`,
  )
  return markup`<section class="related"><h2>${wordsIn(lang).elsewhere}</h2><ul>${rows}</ul></section>`
}
