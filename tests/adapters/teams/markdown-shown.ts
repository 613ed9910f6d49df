import MarkdownIt from 'markdown-it'

/** What a text in Markdown shows: its words, every link, and every kind of markup in it. */
export type Shown = Readonly<{ text: string; links: readonly string[]; markup: ReadonlySet<string> }>

/** Reads as much as any client could: tags, strikethrough and tables, too. */
const reader = new MarkdownIt({ html: true, linkify: false })

export function shownOf(markdown: string): Shown {
  const tokens = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])])
  return {
    text: tokens
      .map(({ type, content }) => (type === 'text' || type === 'text_special' ? content : SPACE.has(type) ? '\n' : ''))
      .join(''),
    links: tokens.flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href'))] : [])),
    markup: new Set(tokens.map(({ type }) => type.replace(/_(open|close)$/u, ''))),
  }
}

const SPACE = new Set(['paragraph_close', 'list_item_close', 'softbreak', 'hardbreak'])
