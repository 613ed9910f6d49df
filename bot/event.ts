import type { Lang } from '../corpus/schema.ts'

/** What a person did, in words every platform shares. Ids are opaque outside their adapter (`web:…`, `slack:T1:U1`). */
export type ChatEvent = Readonly<{
  /** Unique per thing done; the same id again is the same event. */
  id: string
  thread: string
  /** The language the person chose, if they did; otherwise the reply follows the question. */
  lang?: Lang
}> &
  (Readonly<{ kind: 'message'; text: string }> | Readonly<{ kind: 'choice'; entry: string }>)
