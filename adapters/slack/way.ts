import type { Form, Reply } from '../../bot/reply.ts'
import type { SlackAddress } from './address.ts'

/**
 * `shown`: the person has it already. `open`: a form that opens as a modal. `change`: the modal it was pressed in changes.
 * `home`: the App Home. `update`: the pressed card changes. `respond`: through the address Slack gave for a command or an
 * ephemeral card. `whisper`: in the channel, seen by the speaker alone. `message`: in the thread.
 */
export type Way = 'shown' | 'open' | 'change' | 'home' | 'update' | 'respond' | 'whisper' | 'message'

/** Doing these once more changes nothing. */
export const REPEATABLE: ReadonlySet<Way> = new Set<Way>(['shown', 'open', 'change', 'home', 'update'])

export function wayTo(reply: Reply, address: SlackAddress): Way {
  const inModal = modalWay(reply, address)
  if (inModal !== undefined) return inModal
  if (address.place === 'home') return 'home'
  if (address.response !== undefined && isAside(reply, address)) return 'respond'
  if (address.message !== undefined && replaces(reply, address)) return 'update'
  return reply.audience === 'speaker' && address.place === 'channel' ? 'whisper' : 'message'
}

/** A form that was sent answers its own modal while it closes; a card that was pressed in one stays in it. */
function modalWay(reply: Reply, { modal, view, trigger }: SlackAddress): Way | undefined {
  const hasForm = formIn(reply) !== undefined
  if (modal === true) return hasForm ? 'shown' : undefined
  if (view !== undefined) return 'change'
  return hasForm && trigger !== undefined ? 'open' : undefined
}

/** What is for one person, or was asked where one person sees it, is answered there. */
const isAside = (reply: Reply, address: SlackAddress): boolean =>
  reply.audience === 'speaker' || address.place === 'command' || replaces(reply, address)

export const replaces = (reply: Reply, address: SlackAddress): boolean =>
  reply.shows !== undefined && reply.shows === address.shows

export const formIn = (reply: Reply): Form | undefined =>
  reply.blocks.flatMap((block) => (block.kind === 'form' ? [block.form] : []))[0]

/** Of a channel, and something that was shown: no form, and no mere remark. */
export const isShareable = (reply: Reply, { channel }: SlackAddress): boolean =>
  reply.audience === 'speaker' &&
  reply.shows !== undefined &&
  formIn(reply) === undefined &&
  channel !== undefined &&
  !channel.startsWith('D')
