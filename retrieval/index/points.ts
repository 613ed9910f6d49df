/**
 * The entries' points in a graph. A point keeps its label when entries before it come or go; `used` counts the labels given
 * out, struck-out ones among them, `changes` what was put in, moved or struck out since the graph was built.
 */
export type Points = Readonly<{ labels: Uint32Array; used: number; changes: number }>

/** What a graph's points stand for: ids, and a hash of each entry's texts. */
export type Standing = Readonly<{ ids: readonly string[]; contents: readonly string[] }>

/** How a graph becomes the one of other entries. */
export type Change = Readonly<{
  points: Points
  /** Entries whose point is new or elsewhere now. */
  put: readonly number[]
  /** Labels of points that are gone. */
  struck: readonly number[]
}>

/** Every change leaves links a little worse than building would; after so many, as a share of all points, it is time to. */
const MOST_CHANGES = 0.2

export const freshPoints = (entries: number): Points => ({
  labels: Uint32Array.from({ length: entries }, (_, entry) => entry),
  used: entries,
  changes: 0,
})

/** Undefined where so much changed that the graph is better built anew. */
export function changeOf(before: Standing & { points: Points }, after: Standing): Change | undefined {
  const known = new Map(before.ids.map((id, entry) => [id, entry]))
  const labels = new Uint32Array(after.ids.length)
  const put: number[] = []
  let { used } = before.points
  for (const [entry, id] of after.ids.entries()) {
    const old = known.get(id)
    known.delete(id)
    labels[entry] = old === undefined ? used : (before.points.labels[old] ?? 0)
    if (old === undefined) used += 1
    if (old === undefined || before.contents[old] !== after.contents[entry]) put.push(entry)
  }
  const struck = [...known.values()].map((old) => before.points.labels[old] ?? 0)
  const changes = before.points.changes + put.length + struck.length
  if (changes > MOST_CHANGES * after.ids.length) return undefined
  return { points: { labels, used, changes }, put, struck }
}
