import type { HtmlEscapedString } from 'hono/utils/html'
import type { Lang } from '../../corpus/schema.ts'
import { markup } from './markup.ts'
import { webWordsIn } from './words.ts'

/** Which marks `[n]` of a reply lead somewhere. */
export type Marks = Readonly<{ key: string; lang: Lang; known: ReadonlySet<number> }>

export const sourceId = (key: string, n: number): string => `source-${key}-${n}`

/** Blank lines part paragraphs. */
export function renderParagraphs(text: string, marks: Marks): HtmlEscapedString {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return markup`${paragraphs.map((paragraph) => markup`<p>${renderInline(paragraph.trim(), marks)}</p>`)}`
}

/** The only markup a text may carry is `**bold**`, `[n]` and line breaks; all else is shown as it was written. */
export const renderInline = (text: string, marks: Marks): HtmlEscapedString =>
  // With one group in the expression, `split` puts what the group caught at every odd place.
  markup`${text
    .split(/\*\*([^*\n]+)\*\*/)
    .map((part, i) => (i % 2 === 0 ? renderMarks(part, marks) : markup`<strong>${renderMarks(part, marks)}</strong>`))}`

const renderMarks = (text: string, marks: Marks): HtmlEscapedString =>
  markup`${text.split(/\[(\d{1,3})\]/).map((part, i) => (i % 2 === 0 ? renderLines(part) : renderMark(part, marks)))}`

const renderLines = (text: string): HtmlEscapedString =>
  markup`${text.split('\n').map((line, i) => (i === 0 ? markup`${line}` : markup`<br>${line}`))}`

function renderMark(digits: string, { key, lang, known }: Marks): HtmlEscapedString {
  const n = Number(digits)
  if (!known.has(n)) return markup`[${digits}]`
  return markup`<sup><a class="mark" href="#${sourceId(key, n)}" aria-label="${webWordsIn(lang).source(n)}">${n}</a></sup>`
}
