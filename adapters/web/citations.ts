import type { HtmlEscapedString } from 'hono/utils/html'
import type { Citation } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { markup } from './markup.ts'
import { sourceId, type Marks } from './text.ts'
import { webWordsIn } from './words.ts'

/** Folded away: clause ids are for those who want them. A mark in the text opens the fold. */
export function renderCitations(citations: readonly Citation[], marks: Marks): HtmlEscapedString {
  if (citations.length === 0) return markup``
  const summary = webWordsIn(marks.lang).sources(citations.length)
  const rows = citations.map((citation) => renderCitation(citation, marks))
  return markup`<details class="sources"><summary>${summary}</summary><ol>${rows}</ol></details>`
}

function renderCitation(citation: Citation, { key, lang }: Marks): HtmlEscapedString {
  const { n, id, title, document, edition, wording, basis, quote } = citation
  const words = wordsIn(lang)
  return markup`<li id="${sourceId(key, n)}" tabindex="-1">
    <p class="source-title"><span class="n">${n}</span> <span class="id">${id}</span> ${title}</p>
    <blockquote>${quote}</blockquote>
    <p class="source-meta">${document}<span class="dot">${webWordsIn(lang).edition(edition)}</span></p>
    <p class="source-meta"><span class="tag" data-wording="${wording}">${words.wording[wording]}</span> <span class="tag" data-basis="${basis}">${words.basis[basis]}</span></p>
    ${officialLink(citation.url, lang)}
  </li>`
}

/** Only web addresses become links, so that a corpus file cannot smuggle a `javascript:` one in. */
function officialLink(url: string, lang: Lang): HtmlEscapedString | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined
  const words = webWordsIn(lang)
  return markup`<p class="source-link"><a href="${url}" target="_blank" rel="noopener noreferrer">${words.officialPage}<span class="unseen">${words.newTab}</span></a></p>`
}
