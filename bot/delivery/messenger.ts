import type { Reply } from '../reply.ts'
import type { Address, Posted } from './mailroom.ts'

/** Where a letter goes. `letter`: its id, the same for every try, so that two presses of one of its buttons are one event. */
export type Place = Readonly<{ address: Address; letter: string }>

/**
 * One platform's way to say something first. `say` posts a message to one person; `sent` names it. `fill` puts a reply in the
 * place of what a message says; doing it again changes nothing. Neither rejects for what the platform
 * does; whatever they throw counts as uncertain.
 */
export interface Messenger {
  readonly name: string
  say(place: Place, reply: Reply): Promise<Posted>
  fill(place: Place, message: string, reply: Reply): Promise<Posted>
}
