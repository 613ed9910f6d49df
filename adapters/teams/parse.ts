import type { ChatEvent, Speaker } from '../../bot/event.ts'
import type { TeamsAddress } from './address.ts'
import { readData, type Meant } from './card-data.ts'
import { activitySchema, executeSchema, type TeamsActivity } from './payload.ts'

/**
 * What an activity means. `installed`: somebody can be written to from now on. `removed`: the bot was taken out of a
 * conversation. `invoke`: Teams wants the answer in the response. `ignored`: nothing to do, and why.
 */
export type Parsed =
  | Readonly<{ kind: 'event'; event: ChatEvent; address: TeamsAddress; invoke: boolean }>
  | Readonly<{ kind: 'installed' | 'removed'; speaker: Speaker; address: TeamsAddress }>
  | Readonly<{ kind: 'ignored'; because: string }>

const ignored = (because: string): Parsed => ({ kind: 'ignored', because })

/** Pure: a verified activity in, a meaning out. Never throws on any activity. `tenant` is the bot's own; other people are guests. */
export function parse(body: unknown): Parsed {
  const read = activitySchema.safeParse(body)
  if (!read.success) return ignored('not an activity that is used')
  const activity = read.data
  switch (activity.type) {
    case 'message':
      return parseMessage(activity)
    case 'invoke':
      return parseInvoke(activity)
    case 'installationUpdate':
      return { kind: activity.action === 'remove' ? 'removed' : 'installed', ...around(activity) }
    default:
      return ignored(`activity ${activity.type} is not used`)
  }
}

const around = (activity: TeamsActivity) => ({ speaker: speakerOf(activity), address: addressOf(activity) })

/** A message without text and with a value is `Action.Submit` of a card. */
function parseMessage(activity: TeamsActivity): Parsed {
  if (activity.text === undefined || activity.text === '') return parsePress(activity, activity.value, false)
  const text = readText(activity.text)
  return {
    kind: 'event',
    event: { ...common(activity), kind: 'message', text },
    address: addressOf(activity),
    invoke: false,
  }
}

function parseInvoke(activity: TeamsActivity): Parsed {
  if (activity.name !== 'adaptiveCard/action') return ignored(`invoke ${activity.name ?? ''} is not used`)
  const read = executeSchema.safeParse(activity.value)
  return read.success ? parsePress(activity, read.data.action.data, true) : ignored('not an action of a card')
}

function parsePress(activity: TeamsActivity, data: unknown, invoke: boolean): Parsed {
  const read = readData(data)
  if (read === undefined) return ignored('not a card of this version')
  const { from } = activity
  const filled = read.meant.kind === 'press' ? hashOf(read.meant.values) : ''
  const id = `teams:${tenantOf(activity)}:${from.aadObjectId ?? from.id}:${read.nonce}:${read.button}:${filled}`
  const address = {
    ...addressOf(activity),
    ...(activity.replyToId === undefined ? {} : { card: activity.replyToId }),
    ...(read.shows === undefined ? {} : { shows: read.shows }),
  }
  return { kind: 'event', event: eventOf(read.meant, { ...common(activity), id }), address, invoke }
}

type Common = Readonly<{ id: string; thread: string; speaker: Speaker }>

function common(activity: TeamsActivity): Common {
  const id = `teams:${tenantOf(activity)}:${activity.conversation.id}:${activity.id ?? ''}`
  return { id, thread: `teams:${activity.conversation.id}`, speaker: speakerOf(activity) }
}

function eventOf(meant: Meant, shared: Common): ChatEvent {
  switch (meant.kind) {
    case 'press':
      return { ...shared, kind: 'press', action: meant.action, values: meant.values }
    case 'choice':
      return { ...shared, kind: 'choice', entry: meant.entry }
    case 'ask':
      return { ...shared, kind: 'message', text: meant.text }
  }
}

const tenantOf = ({ conversation, channelData }: TeamsActivity): string =>
  channelData?.tenant?.id ?? conversation.tenantId ?? 'local'

/**
 * `channelData.tenant` is the tenant the conversation lives in. Who has no account there comes from elsewhere: Teams gives
 * guests and people of federated organisations no directory id of that tenant.
 */
function speakerOf(activity: TeamsActivity): Speaker {
  const tenant = tenantOf(activity)
  const { from, conversation } = activity
  return {
    workspace: `teams:${tenant}`,
    person: `teams:${tenant}:${from.aadObjectId ?? from.id}`,
    name: from.name ?? from.id,
    standing: from.aadObjectId === undefined && tenant !== 'local' ? 'guest' : 'member',
    place: kindOf(conversation.conversationType) === 'personal' ? 'private' : 'public',
  }
}

const addressOf = (activity: TeamsActivity): TeamsAddress => ({
  serviceUrl: activity.serviceUrl,
  tenant: tenantOf(activity),
  conversation: activity.conversation.id,
  kind: kindOf(activity.conversation.conversationType),
  user: activity.from.id,
  bot: activity.recipient.id,
})

function kindOf(type: string | undefined): TeamsAddress['kind'] {
  if (type === 'channel') return 'channel'
  return type === 'groupChat' ? 'group' : 'personal'
}

/** What people typed, without the mention of the bot and Teams' markup around it. */
const readText = (text: string): string =>
  text
    .replaceAll(/<at[^>]*>.*?<\/at>/gsu, ' ')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()

/** Sending a corrected card again is a new event; sending the same twice is not. FNV-1a, 32 bits. */
function hashOf(values: object): string {
  let hash = 0x811c9dc5
  for (const unit of JSON.stringify(values)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
