import type { ChatEvent } from '../../bot/event.ts'
import type { SlackAddress } from './address.ts'

/**
 * What a payload means. `removed`: the app was taken out of a workspace. `prompts`: somebody opened the Messages tab.
 * `ignored`: nothing to do, and why.
 */
export type Parsed =
  | Readonly<{ kind: 'event'; event: ChatEvent; address: SlackAddress }>
  | Readonly<{ kind: 'removed'; team: string }>
  | Readonly<{ kind: 'prompts'; team: string; channel: string; user: string }>
  | Readonly<{ kind: 'ignored'; because: string }>

export const ignored = (because: string): Parsed => ({ kind: 'ignored', because })
