import { ignored, type Parsed } from './parsed.ts'
import { homeOpened, messageEvent, removed, type eventCallback } from './payload.ts'
import { speakerOf } from './speaker.ts'
import { readText } from './text.ts'

type Callback = ReturnType<typeof eventCallback.parse>

export function parseEvent({ event, event_id, team_id, context_team_id }: Callback): Parsed {
  const team = context_team_id ?? team_id
  const said = messageEvent.safeParse(event)
  if (said.success) return parseMessage(said.data, { id: `slack:${team}:${event_id}`, team })
  const home = homeOpened.safeParse(event)
  if (home.success) return parseHome(home.data, { id: `slack:${team}:${event_id}`, team })
  return removed.safeParse(event).success ? { kind: 'removed', team } : ignored(`event ${event.type} is not used`)
}

type Message = ReturnType<typeof messageEvent.parse>
type Origin = Readonly<{ id: string; team: string }>

function parseMessage(said: Message, { id, team }: Origin): Parsed {
  const { user, channel, thread_ts } = said
  const isDirect = said.channel_type === 'im'
  const because = whyNot(said, isDirect)
  if (user === undefined || because !== undefined) return ignored(because ?? 'said by nobody')
  const root = thread_ts ?? said.ts
  const text = readText(said.text)
  const home = said.user_team ?? said.source_team ?? team
  const speaker = speakerOf({ user, name: user, home, team, place: isDirect ? 'private' : 'public' })
  return {
    kind: 'event',
    event: { id, thread: `slack:${team}:${channel}:${root}`, speaker, kind: 'message', text },
    address: { team, user, place: isDirect ? 'direct' : 'channel', channel, thread: root },
  }
}

function parseHome({ user, channel, tab }: ReturnType<typeof homeOpened.parse>, { id, team }: Origin): Parsed {
  if (tab === 'messages')
    return channel === undefined ? ignored('no channel') : { kind: 'prompts', team, channel, user }
  const speaker = speakerOf({ user, name: user, home: team, team, place: 'private' })
  return {
    kind: 'event',
    event: {
      id,
      thread: `slack:${team}:home:${user}`,
      speaker,
      kind: 'press',
      action: { kind: 'view', view: 'home' },
      values: {},
    },
    address: { team, user, place: 'home', shows: 'home' },
  }
}

/** Edits, deletions and joins come as subtypes; what bots say, ourselves included, is nothing anybody asked. */
function whyNot({ type, subtype, bot_id }: Message, isDirect: boolean): string | undefined {
  if (subtype !== undefined && subtype !== 'file_share') return `message subtype ${subtype}`
  if (bot_id !== undefined) return 'said by a bot'
  return type === 'message' && !isDirect ? 'not said to the bot' : undefined
}
