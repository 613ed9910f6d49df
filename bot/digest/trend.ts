const BARS = '▁▂▃▄▅▆▇█'

/** Each count as a bar, from nothing to `most`: small steps look small. */
export const trendBars = (counts: readonly number[], most: number): string =>
  counts.map((count) => BARS[Math.min(BARS.length - 1, Math.floor((count / Math.max(1, most)) * BARS.length))]).join('')
