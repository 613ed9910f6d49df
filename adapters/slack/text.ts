import { cut, headOf } from '../../bot/words/cut.ts'

/** Slack reads `<!channel>`, `<@U1>` and `<https://…|…>` in a text; escaped, none of them can be formed. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What people typed, with Slack's own escapes undone and mentions of anybody taken out. */
export const readText = (text: string): string =>
  text
    .replaceAll(/<@[^<>]*>/gu, ' ')
    .replaceAll(/<[^<|>]*\|([^<>]*)>/gu, '$1')
    .replaceAll(/<([^<>]*)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()

/** An escaped text as pieces of at most `most` units, broken at line ends where there are some, else at sentences, else anywhere. */
export function pieces(text: string, most: number): readonly string[] {
  if (text.length <= most) return text === '' ? [] : [text]
  const window = text.slice(0, most)
  const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('。') + 1, window.lastIndexOf('. ') + 1)
  const head = at > most / 2 ? text.slice(0, at) : firstPiece(text, most)
  return [head.trim(), ...pieces(text.slice(head.length).trim(), most)].filter((piece) => piece !== '')
}

/** Whole lines as pieces, for lines that must not be broken. Each is shorter than `most`. */
export function piecesOfLines(lines: readonly string[], most: number): readonly string[] {
  const kept: string[] = []
  for (const line of lines) {
    const last = kept.at(-1)
    const longer = last === undefined ? line : `${last}\n${line}`
    if (last !== undefined && longer.length <= most) kept[kept.length - 1] = longer
    else kept.push(line)
  }
  return kept
}

const firstPiece = (text: string, most: number): string =>
  wholeEscapes((headOf(text, most) || text).slice(0, Math.max(most, 1)))

/** Without half an escape at the end; and never nothing, so that cutting goes on. */
const wholeEscapes = (text: string): string => text.replace(/(?!^)&(?:amp?|lt?|gt?|a)?$/u, '')

/** Escaped, and cut as `cut` does. */
export const cutEscaped = (text: string, most: number): string => {
  const escaped = escapeText(text)
  return escaped.length <= most ? escaped : `${wholeEscapes(cut(escaped, most).slice(0, -1))}…`
}
