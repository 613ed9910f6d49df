import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { DeskAction } from '../../bot/action.ts'
import { isAside } from '../../bot/aside-actions.ts'
import { commandIn } from '../../bot/commands.ts'
import type { Posted, Work } from '../../bot/delivery/mailroom.ts'
import type { ChatEvent } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'
import { feedbackWordsIn } from '../../bot/words/feedback.ts'
import { askForInvitation, isAbsent } from './absent.ts'
import { readAddress, type SlackAddress } from './address.ts'
import { sections, type Pressable } from './blocks.ts'
import { renderModal } from './modal.ts'
import { nonceOf } from './nonce.ts'
import { outcomeOf } from './outcome.ts'
import { renderMessage, type RenderNeeds, type SlackMessage } from './render.ts'
import { respond } from './respond.ts'
import { isShareable, REPEATABLE, replaces, wayTo, type Way } from './way.ts'
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
  const way = wayTo(reply, address)
  try {
    const message = renderMessage(reply, renderingFor(way, { reply, work, pageAt }))
    const sending = { client, way, message, address, reply, work, pageAt }
    return { kind: 'sent', message: await sendOrAsk(sending) }
  } catch (error) {
    return outcomeOf(error, { repeatable: REPEATABLE.has(way) })
  }
}

/** Whoever wants to share something where the app is not gets told how to invite it. */
const sendOrAsk = (sending: Sending): Promise<string> =>
  send(sending).catch((error: unknown) => {
    const { address, reply } = sending
    if (!isAbsent(error) || address.response === undefined) throw error
    return askForInvitation(address, reply.lang)
  })

function renderingFor(way: Way, { reply, work, pageAt }: Pick<Sending, 'reply' | 'work' | 'pageAt'>): RenderNeeds {
  const { event } = work
  const { thread } = readAddress(work.address)
  const ends = endsOf(way, reply, work)
  return {
    nonce: nonceOf(event.id),
    pageAt,
    opens: opensAgain(event),
    ends,
    inView: way === 'home',
    ...(way === 'whisper' && { thread }),
  }
}

/** The way home in the App Home; the way into the channel for what only the speaker sees of it. */
function endsOf(way: Way, reply: Reply, { event, address }: Work): readonly Pressable[] {
  const { lang } = reply
  if (way === 'home' && reply.shows !== 'home')
    return [{ label: slackWordsIn(lang).toHome, action: { kind: 'view', view: 'home' }, tone: 'plain' }]
  if ((way !== 'whisper' && way !== 'respond') || !isShareable(reply, readAddress(address))) return []
  const { id, thread } = event
  return [{ label: feedbackWordsIn(lang).share, action: { kind: 'share', thread, event: id, lang }, tone: 'plain' }]
}

/** What brought a form: pressed again, it opens as a modal, which a typed word can't. */
function opensAgain(event: ChatEvent): DeskAction | undefined {
  if (event.kind === 'press') return isAside(event.action) ? undefined : event.action
  return event.kind === 'message' ? commandIn(event.text) : undefined
}

type Sending = Readonly<{
  client: WebClient
  way: Way
  message: SlackMessage
  address: SlackAddress
  reply: Reply
  work: Work
  pageAt: PostNeeds['pageAt']
}>

/** Answers Slack's id of what was sent. */
async function send(sending: Sending): Promise<string> {
  const { way, address, message, client } = sending
  const { user, channel = user } = address
  const quiet = { ...message, blocks: [...message.blocks], unfurl_links: false, unfurl_media: false }
  switch (way) {
    case 'shown':
      return 'modal'
    case 'open':
      return openModal(sending)
    case 'change': {
      await client.views.update({ view_id: address.view ?? '', view: modalOf(sending) })
      return `view:${address.view ?? ''}`
    }
    case 'home':
      await client.views.publish({ user_id: user, view: { type: 'home', blocks: quiet.blocks } })
      return `home:${user}`
    case 'update': {
      const { ts } = await client.chat.update({ ...quiet, channel, ts: address.message ?? '' })
      return `${channel}:${ts ?? ''}`
    }
    case 'respond':
      return respond({ ...sending, replaces: replaces(sending.reply, address) })
    case 'whisper': {
      const { message_ts } = await client.chat.postEphemeral({ ...quiet, channel, user, ...inThread(address) })
      return `${channel}:${message_ts ?? ''}`
    }
    case 'message': {
      const { ts } = await client.chat.postMessage({ ...quiet, channel, ...inThread(address) })
      return `${channel}:${ts ?? ''}`
    }
  }
}

const inThread = ({ thread }: SlackAddress) => (thread === undefined ? {} : { thread_ts: thread })

const modalOf = ({ reply, work, address, pageAt }: Sending) =>
  renderModal(reply, { nonce: nonceOf(work.event.id), thread: work.event.thread, address, pageAt })

/** A trigger lasts three seconds; whoever comes too late is asked to press again. */
async function openModal(sending: Sending): Promise<string> {
  const { client, address, reply } = sending
  try {
    const opened = await client.views.open({ trigger_id: address.trigger ?? '', view: modalOf(sending) })
    return `view:${opened.view?.id ?? ''}`
  } catch (error) {
    if (!isLate(error)) throw error
    await askToOpenAgain(client, address, slackWordsIn(reply.lang).openAgain)
    return 'too late for a modal'
  }
}

async function askToOpenAgain(client: WebClient, { place, channel, user }: SlackAddress, text: string): Promise<void> {
  const blocks: KnownBlock[] = [...sections(text)]
  if (channel === undefined || place === 'direct' || place === 'home')
    await client.chat.postMessage({ channel: channel ?? user, text, blocks })
  else await client.chat.postEphemeral({ channel, user, text, blocks })
}

const isLate = (error: unknown): boolean =>
  error instanceof Error && /expired_trigger_id|trigger_expired|trigger_exchanged/u.test(error.message)
