import type { TrainingOptions } from './training.ts'

/** What the shipped weights are trained with; docs/decisions/0007-embedder.md has what else was tried. */
export const TRAINING: TrainingOptions = {
  buckets: 65_536,
  dimensions: 96,
  fewestTexts: 2,
  epochs: 8,
  sharpness: 20,
  dropout: 0.3,
  learningRate: 0.006,
  seed: 20190418,
}
