import type { Lang } from '../corpus/schema.ts'
import type { Action } from './action.ts'

/**
 * Who did it and where, from what the platform has verified and never from a text. Ids are opaque outside their adapter
 * (`slack:T1:U1`). `workspace` is the speaker's own home (a Slack team, a Teams tenant), from which the firm follows.
 * `guest`: somebody from outside it (Slack Connect, Teams guests), who sees public answers only. `owner`: whoever runs Shirube on
 * their own computer; chat platforms have none.
 * `private`: nobody but the speaker reads what is answered there.
 */
export type Speaker = Readonly<{
  workspace: string
  person: string
  name: string
  standing: 'member' | 'guest' | 'owner'
  place: 'private' | 'public'
}>

/**
 * Whom an answer is worded for. `owner`: what, why and who decides, in brief. `incharge`: whoever looks after it, the
 * default. `newcomer`: easy words, short sentences. It changes the wording and how much is said, never what is cited.
 */
export const LEVELS = ['owner', 'incharge', 'newcomer'] as const
export type Level = (typeof LEVELS)[number]

/** What a person did, in words every platform shares. `shownIn`: the language of what was pressed. Ids are opaque outside their adapter (`web:…`, `slack:T1:U1`). */
export type ChatEvent = Readonly<{
  /** Unique per thing done; the same id again is the same event. A button's nonce makes it, so that a double click is one. */
  id: string
  thread: string
  /** The language the person chose, if they did; otherwise the reply follows the question. */
  lang?: Lang
  /** Whom answers are worded for, if the person chose; otherwise what they asked for in the thread. */
  level?: Level
  /** Absent for nobody in particular (command line, evaluation), who gets public answers only. */
  speaker?: Speaker
}> &
  (
    | Readonly<{ kind: 'message'; text: string }>
    | Readonly<{ kind: 'choice'; entry: string; shownIn?: Lang }>
    | Readonly<{ kind: 'press'; action: Action; values: FormValues; shownIn?: Lang }>
  )

/** What was filled in, by field; none for a bare button. Several choices of one field are separated by line feeds. */
export type FormValues = Readonly<Record<string, string>>
