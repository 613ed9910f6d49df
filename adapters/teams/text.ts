import { cut } from '../../bot/words/cut.ts'

/** Without what no text should hold: halves of surrogate pairs, and control characters other than line feeds. */
export const clean = (text: string): string => text.toWellFormed().replaceAll(/(?![\n\r\t])\p{Cc}/gu, '')

/**
 * Corpus and user text as Markdown that shows it as it stands, in a message and on a card: no link, bold, list, heading or tag
 * can be formed. Marks `[n]` stay, since Teams finds citations by them; one that could begin or define a link does not.
 */
export const escapeMarkdown = (text: string): string =>
  clean(text)
    .replaceAll(/[\\`*_]|~(?=~)|\{(?=\{)/gu, '\\$&')
    .replaceAll(/\[(?!\d{1,3}\](?![([:]))|(?<!\[\d{1,3})\]|(?<=\[\d{1,3})\](?=[([:])/gu, '\\$&')
    .replaceAll(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll(/<(?=[\p{Letter}/!?])/gu, '&lt;')
    .replaceAll(/^(\s*)(\d{0,9})([-+#>.)])(?=\s|[-+#>]|$)/gmu, '$1$2\\$3')

/** Cut, escaped, and each line a paragraph: Teams shows a single line feed as a blank. */
export const paragraphs = (text: string, most: number): string =>
  escapeMarkdown(cut(text, most).replaceAll(/^\s+/gmu, ''))
    .split(/[\n\r\u{2028}\u{2029}]+/u)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n\n')

/** Cut, and on one line. Not Markdown: for labels, which Teams shows as they stand. */
export const label = (text: string, most: number): string =>
  cut(clean(text).replaceAll(/\s+/gu, ' ').trim(), most) || '…'

/** Cut and escaped, on one line. */
export const inline = (text: string, most: number): string => escapeMarkdown(label(text, most))

/** A link of ours or the corpus's; the name alone where there is no address that opens. */
export function linkTo(url: string, name: string, longest: number): string {
  const address = addressOf(url, longest)
  return address === undefined ? name : `[${name}](${address})`
}

/** An address of the web with nothing in it that ends a link early; undefined where it is none, or longer than `longest`. */
export function addressOf(url: string, longest: number): string | undefined {
  const parsed = /^https?:\/\//iu.test(url) ? URL.parse(url) : null
  const address = parsed?.href.replaceAll(/[()<>[\]\\|]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return address !== undefined && address.length <= longest ? address : undefined
}
