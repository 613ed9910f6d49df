import type { HtmlEscapedString } from 'hono/utils/html'
import type { Paper, Reachable, Section } from '../../../bot/firms/paper/paper.ts'
import { paperWordsIn } from '../../../bot/words/paper/words.ts'
import { LANGS, type Lang } from '../../../corpus/schema.ts'
import { markup } from '../markup.ts'
import { renderMeters } from '../progress.ts'
import { webWordsIn } from '../words.ts'

/** One page of A4 (the status may be more), which the browser prints or saves as PDF. */
export function renderPaper({ kind, lang, title, firm, asOf, sample, sections, footnotes }: Paper): HtmlEscapedString {
  const words = paperWordsIn(lang)
  return markup`<!doctype html>
<html lang="${lang}">
${renderHead(`${title} · ${firm}`)}
<body data-paper="${kind}">
<aside class="tools"><button type="button" id="print">${words.print}</button><p>${words.printHint}</p></aside>
<main class="sheet-of-paper">
<header><p class="firm">${firm}</p><h1>${title}</h1><p class="as-of">${words.asOf(asOf)}</p></header>
${sample === undefined ? undefined : markup`<p class="sample">${sample}</p>`}
${sections.map(renderSection)}
<footer>${footnotes.map((line) => markup`<p>${line}</p>`)}<p class="made-with">道しるべ Shirube</p></footer>
</main>
</body>
</html>`
}

/** In both languages: whoever opens an old link has told us little about themselves. */
export const renderStale = (lang: Lang): HtmlEscapedString => markup`<!doctype html>
<html lang="${lang}">
${renderHead(webWordsIn(lang).page.title)}
<body><main class="sheet-of-paper">
${[lang, ...LANGS.filter((other) => other !== lang)].map(
  (each) =>
    markup`<section lang="${each}"><h1>${webWordsIn(each).staleTitle}</h1><p>${webWordsIn(each).stale}</p></section>`,
)}
</main></body>
</html>`

const renderHead = (title: string): HtmlEscapedString => markup`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/paper.css">
<script type="module" src="/public/paper.js"></script>
</head>`

function renderSection(section: Section): HtmlEscapedString {
  switch (section.kind) {
    case 'numbers':
      return markup`<section class="numbers">${renderMeters(section.progress, section.lines)}</section>`
    case 'steps': {
      const items = section.items.map((item) => markup`<li>${item}</li>`)
      const list = section.tone === 'do' ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`
      return markup`<section class="steps ${section.tone}"><h2>${section.heading}</h2>${list}</section>`
    }
    case 'people':
      return markup`<section class="people"><h2>${section.heading}</h2><p class="intro">${section.intro}</p>
<ul>${section.people.map(renderPerson)}</ul></section>`
    case 'text':
      return markup`<section><h2>${section.heading}</h2><p>${section.text}</p></section>`
    case 'facts':
      return markup`<section class="facts"><dl>${section.facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section>`
    case 'list':
      return markup`<section><h2>${section.heading}</h2><ul>${section.items.map((item) => markup`<li>${item}</li>`)}</ul></section>`
    case 'table':
      return renderTable(section)
    case 'signature': {
      const [agreed = '', ...lines] = section.lines
      return markup`<section class="signature"><p>${agreed}</p>${lines.map((line) => markup`<p class="line"><span>${line}</span></p>`)}</section>`
    }
  }
}

function renderPerson({ role, name, reach, note, link }: Reachable): HtmlEscapedString {
  const address = link?.replace(/^https?:\/\//u, '').replace(/\/$/u, '')
  return markup`<li><p class="role">${orBlank(role)}${note && markup` <span class="note">${note}</span>`}</p>
<p class="name">${orBlank(name)}</p><p class="reach">${orBlank(reach)}</p>${address && markup`<p class="link">${address}</p>`}</li>`
}

const orBlank = (text: string): string | HtmlEscapedString => (text === '' ? blank : text)

/** A line to write on. */
const blank = markup`<span class="blank"></span>`

function renderTable({ heading, columns, rows }: Extract<Section, { kind: 'table' }>): HtmlEscapedString {
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`)
  const body = rows.map(
    ({ cells, detail }) =>
      markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>${
        detail === undefined
          ? undefined
          : markup`<tr class="detail"><td></td><td colspan="${columns.length - 1}">${detail}</td></tr>`
      }`,
  )
  return markup`<section><h2>${heading}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`
}
