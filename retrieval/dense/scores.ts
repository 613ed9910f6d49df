import type { Near, VectorIndex } from './vectors.ts'

const NEIGHBOURS = 100

/** The entries nearest to a question, nearest first; every other one is taken to be as far as the last of them. */
export type DenseScores = Readonly<{ near: readonly Near[]; others: number }>

export function denseScores(index: VectorIndex, question: Float32Array): DenseScores {
  const near = index.nearest(question, NEIGHBOURS)
  return { near, others: near.at(-1)?.cosine ?? 0 }
}

export const cosineOf = ({ near, others }: DenseScores, entry: number): number =>
  near.find(({ row }) => row === entry)?.cosine ?? others
