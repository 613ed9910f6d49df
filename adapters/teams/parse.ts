import type { Lang } from '../../corpus/schema.ts'
import type { ChatEvent } from '../../bot/event.ts'
import { parseExecute, parsePress } from './parse-press.ts'
import { parseFeedback } from './parse-feedback.ts'
import { ignored, type Parsed } from './parsed.ts'
import { activitySchema, type TeamsActivity } from './payload.ts'
import { isMentioned, readText } from './said.ts'
import { addressOf, langOf, speakerOf, tenantOf, threadOf } from './speaker.ts'

/** Pure: a verified activity in, a meaning out. Never throws on any activity. */
export function parse(body: unknown): Parsed {
  const read = activitySchema.safeParse(body)
  if (!read.success) return ignored('not an activity that is used')
  const activity = read.data
  // In the service's other channels, callers may say themselves who they are.
  if (activity.channelId !== 'msteams') return ignored(`channel ${activity.channelId} is not Teams`)
  if (isBot(activity)) return ignored('said by a bot')
  return parseActivity(activity)
}

/** In Teams, bots' ids begin with 28, people's with 29. */
const isBot = ({ from }: TeamsActivity): boolean => from.role === 'bot' || from.id.startsWith('28:')

function parseActivity(activity: TeamsActivity): Parsed {
  switch (activity.type) {
    case 'message':
      return parseMessage(activity)
    case 'invoke':
      return parseInvoke(activity)
    case 'installationUpdate':
      return parseInstallation(activity)
    default:
      return ignored(`activity ${activity.type} is not used`)
  }
}

/** A message without text and with a value is `Action.Submit` of a card. A picture alone has neither. */
function parseMessage(activity: TeamsActivity): Parsed {
  const { text = '', value } = activity
  if (text === '' && value !== undefined) return parsePress(activity, value, undefined)
  const address = addressOf(activity)
  if (address.kind !== 'personal' && !isMentioned(activity)) return ignored('said to others')
  return { kind: 'event', event: said(activity, readText(activity)), address, invoke: undefined }
}

function parseInvoke(activity: TeamsActivity): Parsed {
  const { name = '' } = activity
  switch (name) {
    case 'adaptiveCard/action':
      return parseExecute(activity)
    case 'message/submitAction':
      return parseFeedback(activity)
    default:
      return ignored(`invoke ${name} is not used`)
  }
}

/** `add-upgrade` and `remove-upgrade` come with a new version of the app, and mean nothing to people. */
function parseInstallation(activity: TeamsActivity): Parsed {
  const { action = 'add' } = activity
  const speaker = speakerOf(activity)
  if (action === 'remove') return { kind: 'removed', speaker }
  if (action === 'remove-upgrade') return ignored('the app is being brought up to date')
  const lang = langOf(activity) ?? 'ja'
  const welcome = action === 'add' ? { ...said(activity, HELLO[lang]), lang } : undefined
  return { kind: 'installed', speaker, address: addressOf(activity), welcome }
}

/** Whoever brings the app in is greeted as if they had greeted it. */
const HELLO: Readonly<Record<Lang, string>> = { ja: 'こんにちは', en: 'hello' }

function said(activity: TeamsActivity, text: string): ChatEvent {
  const { conversation } = addressOf(activity)
  return {
    id: `teams:${tenantOf(activity)}:${conversation}:${activity.id}`,
    thread: threadOf({ conversation }),
    speaker: speakerOf(activity),
    kind: 'message',
    text,
  }
}
