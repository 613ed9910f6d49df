/** A row of an index and its cosine to the query. */
export type Near = Readonly<{ row: number; cosine: number }>

/** Finds the rows nearest to a vector. Rows are numbered in the order they were given. */
export interface VectorIndex {
  /** `exact` looks at every row; `hnsw` is approximate and needs the optional package hnswlib-node. */
  readonly kind: 'exact' | 'hnsw'
  nearest(query: Float32Array, limit: number): readonly Near[]
}

/** `rows` vectors of `dimensions` floats, one after the other. */
export type Vectors = Readonly<{ rows: number; dimensions: number; values: Float32Array }>
