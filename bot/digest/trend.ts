const BARS = '▁▂▃▄▅▆▇█'

/** From none to seven there is a bar for each. */
const STEPS = BARS.length - 1

/** Each count as a bar, from nothing to the highest of them: one more is seen where they are few, and never looks like many. */
export function trendBars(counts: readonly number[]): string {
  const most = Math.max(STEPS, ...counts)
  return counts.map((count) => BARS[Math.round((count / most) * STEPS)]).join('')
}
