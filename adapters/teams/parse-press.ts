import type { ChatEvent, Speaker } from '../../bot/event.ts'
import { readData, type Pressed } from './card-data.ts'
import { ignored, type Invoke, type Parsed } from './parsed.ts'
import { executeSchema, type TeamsActivity } from './payload.ts'
import { addressOf, langOf, speakerOf, tenantOf, threadOf } from './speaker.ts'

/** `Action.Execute` of a card, which Teams wants answered in the response. */
export function parseExecute(activity: TeamsActivity): Parsed {
  const read = executeSchema.safeParse(activity.value)
  return read.success
    ? parsePress(activity, read.data.action.data, { lang: langOf(activity) ?? 'ja' })
    : ignored('not an action of a card')
}

/** Two presses of one button by one person are one event. */
export function parsePress(activity: TeamsActivity, data: unknown, invoke: Invoke | undefined): Parsed {
  const read = readData(data)
  if (read === undefined)
    return invoke === undefined ? ignored('not a card of this version') : { kind: 'stale', ...invoke }
  const { from, replyToId } = activity
  const filled = read.meant.kind === 'press' ? hashOf(read.meant.values) : ''
  const id = `teams:${tenantOf(activity)}:${from.aadObjectId ?? from.id}:${read.nonce}:${read.button}:${filled}`
  const address = {
    ...addressOf(activity),
    ...(replyToId !== undefined && { card: replyToId }),
    ...(read.shows !== undefined && { shows: read.shows }),
  }
  const shared = { id, thread: threadOf(address), speaker: speakerOf(activity) }
  return { kind: 'event', event: eventOf(read, shared), address, invoke }
}

type Shared = Readonly<{ id: string; thread: string; speaker: Speaker }>

function eventOf({ meant, lang }: Pressed, shared: Shared): ChatEvent {
  const shown = lang === undefined ? {} : { shownIn: lang }
  switch (meant.kind) {
    case 'press':
      return { ...shared, ...shown, kind: 'press', action: meant.action, values: meant.values }
    case 'choice':
      return { ...shared, ...shown, kind: 'choice', entry: meant.entry }
    case 'ask':
      return { ...shared, kind: 'message', text: meant.text }
  }
}

/** Sending a corrected card again is a new event; sending the same twice is not. FNV-1a, 32 bits. */
function hashOf(values: object): string {
  let hash = 0x811c9dc5
  for (const unit of JSON.stringify(values)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
