import type { Status } from './actions.ts'

/** Something a person did to the firm's checklist. Never changed and never removed: undoing adds an entry. */
export type Done =
  | Readonly<{ kind: 'answered'; item: string; status: Status; reason?: string }>
  /** `undoes` is the `seq` of the entry that counts no longer. */
  | Readonly<{ kind: 'undone'; undoes: number }>

/**
 * One entry of the append-only log. `seq` counts up within the firm; `at` is the clock port's time in ISO 8601; `by` a member id;
 * `event` the ChatEvent it came from.
 */
export type Logged = Readonly<{ seq: number; at: string; by: string; event: string; done: Done }>
