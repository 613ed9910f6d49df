import type { WebClient } from '@slack/web-api'
import type { Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { Form, Reply } from '../../bot/reply.ts'
import { readAddress, type SlackAddress } from './address.ts'
import { renderModal } from './modal.ts'
import { nonceOf } from './nonce.ts'
import { outcomeOf } from './outcome.ts'
import { renderMessage, type SlackMessage } from './render.ts'
import { respond } from './respond.ts'
import { sections } from './blocks.ts'
import { slackWordsIn } from './words.ts'

export type PostNeeds = Readonly<{
  /** Undefined where the app is no longer installed. */
  clientFor: (team: string) => Promise<WebClient | undefined>
  pageAt: (path: string) => string
}>

/** Sends one reply where it belongs. Never rejects for what Slack does. */
export async function post(reply: Reply, work: Work, { clientFor, pageAt }: PostNeeds): Promise<Posted> {
  const address = readAddress(work.address)
  const client = await clientFor(address.team)
  if (client === undefined)
    return { kind: 'failed', reason: `no token for team ${address.team}; install the app again` }
  const message = renderMessage(reply, { nonce: nonceOf(work.event.id), pageAt })
  const way = wayTo(reply, address)
  try {
    return { kind: 'sent', message: await send({ client, way, message, address, reply, work }) }
  } catch (error) {
    return outcomeOf(error, { repeatable: REPEATABLE.has(way) })
  }
}

/**
 * `shown`: the person has it already. `modal`: opens a form. `home`: the App Home. `update`: the pressed card changes.
 * `respond`: through the address Slack gave for a command or an ephemeral card. `whisper`: in the channel, seen by the speaker
 * alone. `message`: in the thread.
 */
type Way = 'shown' | 'modal' | 'home' | 'update' | 'respond' | 'whisper' | 'message'
const REPEATABLE: ReadonlySet<Way> = new Set<Way>(['shown', 'modal', 'home', 'update'])

function wayTo(reply: Reply, address: SlackAddress): Way {
  const form = formIn(reply) === undefined ? undefined : wayOfForm(address)
  if (form !== undefined) return form
  if (address.place === 'home') return 'home'
  if (address.response !== undefined) return 'respond'
  if (address.message !== undefined && replaces(reply, address)) return 'update'
  return reply.audience === 'speaker' && address.place === 'channel' ? 'whisper' : 'message'
}

function wayOfForm({ modal, trigger }: SlackAddress): Way | undefined {
  if (modal === true) return 'shown'
  return trigger === undefined ? undefined : 'modal'
}

const replaces = (reply: Reply, address: SlackAddress): boolean =>
  reply.shows !== undefined && reply.shows === address.shows

export const formIn = (reply: Reply): Form | undefined =>
  reply.blocks.flatMap((block) => (block.kind === 'form' ? [block.form] : []))[0]

type Sending = Readonly<{
  client: WebClient
  way: Way
  message: SlackMessage
  address: SlackAddress
  reply: Reply
  work: Work
}>

/** Answers Slack's id of what was sent. */
async function send(sending: Sending): Promise<string> {
  const { way, address, message, client } = sending
  const { user, channel = user, thread } = address
  const quiet = { ...message, blocks: [...message.blocks], unfurl_links: false, unfurl_media: false }
  switch (way) {
    case 'shown':
      return 'modal'
    case 'modal':
      return openModal(sending)
    case 'home':
      await client.views.publish({ user_id: user, view: { type: 'home', blocks: quiet.blocks } })
      return `home:${user}`
    case 'update': {
      const { ts } = await client.chat.update({ ...quiet, channel, ts: address.message ?? '' })
      return `${channel}:${ts ?? ''}`
    }
    case 'respond':
      return respond({
        ...sending,
        replaces: replaces(sending.reply, address),
      })
    case 'whisper': {
      const inThread = thread === undefined ? {} : { thread_ts: thread }
      const { message_ts } = await client.chat.postEphemeral({ ...quiet, channel, user, ...inThread })
      return `${channel}:${message_ts ?? ''}`
    }
    case 'message': {
      const inThread = thread === undefined ? {} : { thread_ts: thread }
      const { ts } = await client.chat.postMessage({ ...quiet, channel, ...inThread })
      return `${channel}:${ts ?? ''}`
    }
  }
}

/** A trigger lasts three seconds; whoever comes too late gets the button's message again instead of nothing. */
async function openModal({ client, address, reply, work }: Sending): Promise<string> {
  const form = formIn(reply)
  if (form === undefined) throw new Error('a modal needs a form; wayTo chose wrongly')
  const { thread } = work.event
  const view = renderModal(form, { nonce: nonceOf(work.event.id), thread, address, lang: reply.lang })
  const { trigger = '', user, channel = user } = address
  try {
    const opened = await client.views.open({ trigger_id: trigger, view })
    return `view:${opened.view?.id ?? ''}`
  } catch (error) {
    if (!isLate(error)) throw error
    const text = slackWordsIn(reply.lang).openAgain
    await client.chat.postEphemeral({ channel, user, text, blocks: [...sections(text)] })
    return 'too late for a modal'
  }
}

const isLate = (error: unknown): boolean =>
  error instanceof Error && /expired_trigger_id|trigger_expired|trigger_exchanged/u.test(error.message)
