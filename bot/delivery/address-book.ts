import type { Address } from './mailroom.ts'

/** Where a person can be written to without having said anything: their private conversation on one platform. */
export type Known = Readonly<{ person: string; platform: string; workspace: string; address: Address }>

/**
 * How people are reached: digests, reminders and other things said first need it.
 * `remember` replaces what was known of the person on that platform and mends what was broken. `find` answers every way to a
 * person that is not broken. `broken`: the platform refuses it (blocked, no longer there). `remove`: the person took the bot
 * out. `forget` drops a workspace whole.
 */
export interface AddressBook {
  remember(known: Known): Promise<void>
  find(person: string): Promise<readonly Known[]>
  broken(person: string, because: string): Promise<void>
  remove(person: string): Promise<void>
  forget(workspace: string): Promise<void>
}

/**
 * What a platform gave at installation, tokens included: sealed where it is kept. `workspace` as in `Speaker`.
 * `read` rejects when the key is not the one it was sealed with, naming the workspace and what to do.
 */
export interface Installations {
  keep(workspace: string, installation: Readonly<Record<string, unknown>>): Promise<void>
  read(workspace: string): Promise<Readonly<Record<string, unknown>> | undefined>
  remove(workspace: string): Promise<void>
}
