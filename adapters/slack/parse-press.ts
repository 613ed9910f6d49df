import type { ChatEvent, Speaker } from '../../bot/event.ts'
import type { Lang } from '../../corpus/schema.ts'
import { readAddress, type SlackAddress } from './address.ts'
import { readValue, type Meant, type Pressed } from './button-value.ts'
import { ignored, type Parsed } from './parsed.ts'
import { readMetadata } from './modal-metadata.ts'
import type { blockActions } from './payload.ts'
import { nameOf, seenBy, speakerOf } from './speaker.ts'

type Actions = ReturnType<typeof blockActions.parse>

export function parsePress(pressed: Actions): Parsed {
  const [action] = pressed.actions
  const read = action?.value === undefined ? undefined : readValue(action.value)
  if (action === undefined || read === undefined) return ignored('not a button of this version')
  const at = pressed.view?.type === 'modal' ? inModal(pressed) : whereOf(pressed, read)
  if (at === undefined) return ignored('nowhere to answer')
  const id = `slack:${at.team}:${at.user}:${read.nonce}:${action.action_id}${opinionIn(read.meant)}`
  const event = eventOf(read.meant, { id, thread: threadOf(at), speaker: speakerIn(pressed, at) }, read.lang)
  return { kind: 'event', event, address: { ...at, ...(read.shows && { shows: read.shows }) } }
}

const threadOf = ({ team, user, place, channel = user, thread = channel }: SlackAddress): string =>
  place === 'home' ? `slack:${team}:home:${user}` : `slack:${team}:${channel}:${thread}`

const speakerIn = ({ user }: Actions, { team, place }: SlackAddress): Speaker =>
  speakerOf({ user: user.id, name: nameOf(user), home: user.team_id ?? team, team, place: seenBy(place) })

/** Pressed in a modal: answered in it, as what it was opened from would be. */
function inModal({ view, user, trigger_id: trigger }: Actions): SlackAddress | undefined {
  const metadata = readMetadata(view?.private_metadata ?? '')
  return metadata && given({ ...metadata.address, user: user.id, trigger, view: view?.id })
}

function placeOf({ container, channel }: Actions): SlackAddress['place'] {
  if (container.type === 'view') return 'home'
  return (container.channel_id ?? channel?.id)?.startsWith('D') === true ? 'direct' : 'channel'
}

/** A press outside a thread is answered under the message it was made on, which an ephemeral one can't be. */
function whereOf(pressed: Actions, read: Pressed): SlackAddress | undefined {
  const { user, container, team, trigger_id: trigger } = pressed
  const home = team?.id ?? user.team_id
  if (home === undefined) return undefined
  const place = placeOf(pressed)
  const channel = container.channel_id ?? pressed.channel?.id
  const isEphemeral = container.is_ephemeral === true
  const thread = container.thread_ts ?? (isEphemeral ? read.thread : container.message_ts)
  const response = isEphemeral ? pressed.response_url : undefined
  return given({ team: home, user: user.id, place, channel, thread, message: container.message_ts, response, trigger })
}

/** Both sides of feedback have one action id; changing one's mind is another press. */
const opinionIn = (meant: Meant): string =>
  meant.kind === 'press' && meant.action.kind === 'feedback' ? `:${String(meant.action.helped)}` : ''

/** Without what isn't there. */
const given = (address: { [key in keyof SlackAddress]: SlackAddress[key] | undefined }): SlackAddress =>
  readAddress(Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)))

type Common = Readonly<{ id: string; thread: string; speaker: Speaker }>

function eventOf(meant: Meant, common: Common, lang: Lang | undefined): ChatEvent {
  const shown = lang === undefined ? {} : { shownIn: lang }
  switch (meant.kind) {
    case 'press':
      return { ...common, ...shown, kind: 'press', action: meant.action, values: {} }
    case 'choice':
      return { ...common, ...shown, kind: 'choice', entry: meant.entry }
    case 'ask':
      return { ...common, kind: 'message', text: meant.text }
  }
}
