import type { FailureKind } from './failure.ts'

/** What a model is asked to do. */
export type Task = 'write' | 'rerank' | 'embed' | 'check'

/**
 * One thing worth counting. `used` comes only where the provider says how many tokens there were. `refused` is a draft whose
 * sentences did not pass the checks.
 */
export type Count = Readonly<{ task: Task }> &
  (
    | Readonly<{ kind: 'called' }>
    | Readonly<{ kind: 'used'; input: number; output: number }>
    | Readonly<{ kind: 'failed'; failure: FailureKind | 'refused' }>
  )

export type Meter = (count: Count) => void
