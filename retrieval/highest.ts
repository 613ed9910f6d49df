/**
 * The rows with the `limit` highest scores, best first, equal ones in row order. Keeps a short sorted list instead of
 * sorting all rows; `isWanted` is asked only about rows that would enter it.
 */
export function highestRows(
  scores: Float32Array,
  limit: number,
  isWanted: (row: number) => boolean = () => true,
): number[] {
  if (limit === 0) return []
  const best = new Uint32Array(limit)
  let length = 0
  let lowest = -Infinity
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0
    if (score <= lowest || !isWanted(row)) continue
    const place = placeOf(score, best.subarray(0, length), scores)
    // The last one makes room where the list is full.
    best.copyWithin(place + 1, place, length)
    best[place] = row
    length = Math.min(limit, length + 1)
    if (length === limit) lowest = scores[best[limit - 1] ?? 0] ?? 0
  }
  return Array.from(best.subarray(0, length))
}

/** Behind every row that scores as high. */
function placeOf(score: number, best: Uint32Array, scores: Float32Array): number {
  let [from, to] = [0, best.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((scores[best[middle] ?? 0] ?? 0) >= score) from = middle + 1
    else to = middle
  }
  return from
}
