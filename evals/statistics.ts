/** Nearest-rank percentile; 0 for nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

/** Probability that a random positive scores above a random negative, ties counting half (Mann–Whitney U). */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let above = 0
  for (const positive of positives) {
    for (const negative of negatives) above += positive > negative ? 1 : positive === negative ? 0.5 : 0
  }
  return above / Math.max(1, positives.length * negatives.length)
}

/** Share of negatives below the highest threshold that keeps `kept` of the positives. */
export function refusedAt(positives: readonly number[], negatives: readonly number[], kept: number): number {
  const highestFirst = positives.toSorted((a, b) => b - a)
  const threshold = highestFirst[Math.max(0, Math.ceil(kept * highestFirst.length) - 1)] ?? 0
  return negatives.filter((negative) => negative < threshold).length / Math.max(1, negatives.length)
}

/** Normalised discounted cumulative gain at `depth` (Järvelin, Kekäläinen, 2002), gains as given, as BEIR computes it. */
export function ndcg(ranked: readonly string[], relevance: ReadonlyMap<string, number>, depth: number): number {
  const discounted = (gains: readonly number[]): number =>
    gains.slice(0, depth).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0)
  const ideal = discounted([...relevance.values()].sort((a, b) => b - a))
  return ideal === 0 ? 0 : discounted(ranked.map((id) => relevance.get(id) ?? 0)) / ideal
}

/** Mean precision at the ranks of the relevant ones, cut at `depth`. */
export function averagePrecision(
  ranked: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): number {
  const relevant = [...relevance.values()].filter((gain) => gain > 0).length
  let found = 0
  let sum = 0
  for (const [index, id] of ranked.slice(0, depth).entries()) {
    if ((relevance.get(id) ?? 0) > 0) {
      found += 1
      sum += found / (index + 1)
    }
  }
  return relevant === 0 ? 0 : sum / Math.min(relevant, depth)
}

/**
 * Two-sided exact McNemar test (McNemar, 1947): how likely a split at least this uneven is, where gaining and losing a case are
 * equally likely. 1 where nothing changed.
 */
export function mcnemar(gained: number, lost: number): number {
  const changed = gained + lost
  let tail = 0
  let term = 0.5 ** changed
  for (let k = 0; k <= Math.min(gained, lost); k += 1) {
    tail += term
    term *= (changed - k) / (k + 1)
  }
  return Math.min(1, 2 * tail)
}
