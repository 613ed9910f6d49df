/**
 * The rows with the `limit` highest scores, best first, equal ones in row order. Keeps a short sorted list instead of
 * sorting all rows; `isWanted` is asked only about rows that would enter it.
 */
export function highestRows(
  scores: Float32Array,
  limit: number,
  isWanted: (row: number) => boolean = () => true,
): number[] {
  const best: number[] = []
  let lowest = -Infinity
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0
    if ((best.length === limit && score <= lowest) || !isWanted(row)) continue
    best.splice(placeOf(score, best, scores), 0, row)
    if (best.length > limit) best.pop()
    lowest = scores[best.at(-1) ?? 0] ?? 0
  }
  return best
}

/** Behind every row that scores as high. */
function placeOf(score: number, best: readonly number[], scores: Float32Array): number {
  let [from, to] = [0, best.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((scores[best[middle] ?? 0] ?? 0) >= score) from = middle + 1
    else to = middle
  }
  return from
}
