import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

type Piece = string | number | undefined | HtmlEscapedString | readonly HtmlEscapedString[]

/** A template whose values are escaped. Hono's own may also answer a promise, but only when a value is one. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): HtmlEscapedString {
  const made = html(strings, ...pieces)
  if (made instanceof Promise) throw new Error('A template got a promise; await it before it goes into markup``')
  return made
}
