import type { HierarchicalNSW } from 'hnswlib-node'
import type { VectorIndex, Vectors } from './vectors.ts'

/** Links per node and search breadths (Malkov, Yashunin, 2018): recall@10 stays over 0.98 at 100,000 rows (npm run bench). */
const LINKS = 24
const BUILD_BREADTH = 200
const SEARCH_BREADTH = 128
const SEED = 20190418

type HnswLibrary = typeof import('hnswlib-node')

/** The optional package, or undefined where it could not be compiled. */
export async function hnswLibrary(): Promise<HnswLibrary | undefined> {
  try {
    const library = await import('hnswlib-node')
    return library.default
  } catch (cause) {
    if (isAbsent(cause)) return undefined
    throw new Error('hnswlib-node is installed but does not load; reinstall it with npm rebuild hnswlib-node', {
      cause,
    })
  }
}

export function buildHnsw(library: HnswLibrary, { rows, dimensions, values }: Vectors): HierarchicalNSW {
  const graph = new library.HierarchicalNSW('ip', dimensions)
  graph.initIndex({ maxElements: Math.max(1, rows), m: LINKS, efConstruction: BUILD_BREADTH, randomSeed: SEED })
  for (let row = 0; row < rows; row += 1) {
    graph.addPoint(Array.from(values.subarray(row * dimensions, (row + 1) * dimensions)), row)
  }
  return graph
}

export function hnswIndex(graph: HierarchicalNSW, rows: number): VectorIndex {
  return {
    kind: 'hnsw',
    nearest: (query, limit) => {
      if (rows === 0) return []
      graph.setEf(Math.max(SEARCH_BREADTH, limit))
      const { neighbors, distances } = graph.searchKnn(Array.from(query), Math.min(limit, rows))
      return neighbors
        .map((row, index) => ({ row, cosine: 1 - (distances[index] ?? 1) }))
        .sort((a, b) => b.cosine - a.cosine || a.row - b.row)
    },
  }
}

const ABSENT = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])

/** The package itself or its compiled part is missing; anything else is a broken install. */
function isAbsent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return (
    ('code' in cause && ABSENT.has(String(cause.code))) ||
    cause.message.startsWith('Could not locate the bindings file')
  )
}
