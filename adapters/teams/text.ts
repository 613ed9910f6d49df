/** Corpus and user text as Markdown that shows as it stands: no links, no bold, no mentions formed from it. */
export const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_{}()#+\-!|<>~]/gu, (sign) => `\\${sign}`).replaceAll(/\[(?!\d+\])/gu, '\\[')

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** At most `most` UTF-16 units, cut between graphemes and with … where something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of SEGMENTER.segment(text)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}
