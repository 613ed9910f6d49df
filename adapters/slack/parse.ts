import { parseEvent } from './parse-event.ts'
import { parsePress } from './parse-press.ts'
import { parseSubmission } from './parse-submission.ts'
import { ignored, type Parsed } from './parsed.ts'
import { blockActions, eventCallback, slashCommand, viewSubmission } from './payload.ts'
import { speakerOf } from './speaker.ts'
import { readText } from './text.ts'

/** Pure: a verified body of Slack's in, a meaning out. Never throws on any body. */
export function parse(body: unknown): Parsed {
  const callback = eventCallback.safeParse(body)
  if (callback.success) return parseEvent(callback.data)
  const actions = blockActions.safeParse(body)
  if (actions.success) return parsePress(actions.data)
  const submission = viewSubmission.safeParse(body)
  if (submission.success) return parseSubmission(submission.data)
  const command = slashCommand.safeParse(body)
  return command.success ? parseCommand(command.data) : ignored('not a payload that is used')
}

/** `/shirube` answers where only the speaker sees it. */
function parseCommand(command: ReturnType<typeof slashCommand.parse>): Parsed {
  const { team_id: team, user_id: user, channel_id: channel, trigger_id: trigger, response_url: response } = command
  const id = `slack:${team}:command:${trigger}`
  const speaker = speakerOf({ user, name: command.user_name || user, home: team, team, place: 'private' })
  return {
    kind: 'event',
    event: { id, thread: `slack:${team}:command:${user}`, speaker, kind: 'message', text: readText(command.text) },
    address: { team, user, place: 'command', channel, response, trigger },
  }
}
