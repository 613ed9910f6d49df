const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** At most `most` UTF-16 units, cut between graphemes and with … where something is missing. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${headOf(text, most - 1)}…`
}

/** As many graphemes as fit into `most` UTF-16 units. */
export function headOf(text: string, most: number): string {
  let kept = ''
  for (const { segment } of SEGMENTER.segment(text)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}
