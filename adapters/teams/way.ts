import type { Reply } from '../../bot/reply.ts'
import type { TeamsAddress } from './address.ts'

/**
 * `update`: the pressed card changes. `aside`: to the person's private chat, away from a channel or group chat. `message`: where it
 * was asked.
 */
export type Way = 'update' | 'aside' | 'message'

export function wayTo(reply: Reply, address: TeamsAddress): Way {
  if (reply.audience === 'speaker' && address.kind !== 'personal') return 'aside'
  return replaces(reply, address) ? 'update' : 'message'
}

const replaces = ({ shows }: Reply, address: TeamsAddress): boolean =>
  address.card !== undefined && shows !== undefined && shows === address.shows

/** Something that was shown: no form, and no mere remark. */
export const isShareable = ({ shows, blocks }: Reply): boolean =>
  shows !== undefined && blocks.every(({ kind }) => kind !== 'form')
