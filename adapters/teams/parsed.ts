import type { ChatEvent, Speaker } from '../../bot/event.ts'
import type { Lang } from '../../corpus/schema.ts'
import type { TeamsAddress } from './address.ts'

export type Invoke = Readonly<{ lang: Lang }>

/**
 * What an activity means. `installed` and `removed`: the app, in somebody's private chat (`place` of the speaker), a group or a
 * team; `welcome` is the first thing said to it. `feedback`: a thumb under the message of that id. `invoke`: Teams wants the
 * answer in the response, and what it says by itself in that language. `stale`: a card that no version of today shows. `ignored`: nothing to do, and why.
 */
export type Parsed =
  | Readonly<{ kind: 'event'; event: ChatEvent; address: TeamsAddress; invoke: Invoke | undefined }>
  | Readonly<{ kind: 'installed'; speaker: Speaker; address: TeamsAddress; welcome: ChatEvent | undefined }>
  | Readonly<{ kind: 'removed'; speaker: Speaker }>
  | Readonly<{
      kind: 'feedback'
      id: string
      thread: string
      speaker: Speaker
      address: TeamsAddress
      message: string
      helped: boolean
      reason: string
    }>
  | Readonly<{ kind: 'stale'; lang: Lang }>
  | Readonly<{ kind: 'ignored'; because: string }>

export const ignored = (because: string): Parsed => ({ kind: 'ignored', because })
