/** Slack reads `<!channel>`, `<@U1>` and `<https://…|…>` in a text; escaped, none of them can be formed. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What people typed, with Slack's own escapes undone and mentions of anybody taken out. */
export const readText = (text: string): string =>
  text
    .replaceAll(/<@[^>]*>/gu, ' ')
    .replaceAll(/<(?:#[^|>]*\||!?[^|>]*\|)([^>]*)>/gu, '$1')
    .replaceAll(/<([^>]*)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** At most `most` UTF-16 units, as Slack counts, cut between graphemes and with … where something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of SEGMENTER.segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** A text as pieces of at most `most` units, broken at line ends where there are some, else at sentences, else anywhere. */
export function pieces(text: string, most: number): readonly string[] {
  if (text.length <= most) return text === '' ? [] : [text]
  const window = text.slice(0, most)
  const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('。') + 1, window.lastIndexOf('. ') + 1)
  const head = at > most / 2 ? text.slice(0, at) : headOf(text, most)
  return [head.trim(), ...pieces(text.slice(head.length).trim(), most)].filter((piece) => piece !== '')
}

function headOf(text: string, most: number): string {
  let kept = ''
  for (const { segment } of SEGMENTER.segment(text)) {
    if (kept !== '' && kept.length + segment.length > most) break
    kept += segment
  }
  return kept.slice(0, Math.max(most, 1))
}
