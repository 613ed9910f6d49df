import { ignored, type Parsed } from './parsed.ts'
import { feedbackSchema, feedbackTextSchema, type TeamsActivity } from './payload.ts'
import { addressOf, speakerOf, tenantOf, threadOf } from './speaker.ts'

/** A thumb under a message, with what was written beside it. */
export function parseFeedback(activity: TeamsActivity): Parsed {
  const read = feedbackSchema.safeParse(activity.value)
  if (!read.success || activity.replyToId === undefined) return ignored('no feedback on a message')
  const { reaction, feedback } = read.data.actionValue
  const address = addressOf(activity)
  return {
    kind: 'feedback',
    id: `teams:${tenantOf(activity)}:${address.conversation}:${activity.id}`,
    thread: threadOf(address),
    speaker: speakerOf(activity),
    address,
    message: activity.replyToId,
    helped: reaction === 'like',
    reason: reasonIn(feedback),
  }
}

function reasonIn(feedback: unknown): string {
  const read = feedbackTextSchema.safeParse(typeof feedback === 'string' ? fromJson(feedback) : feedback)
  return read.success ? read.data.feedbackText : ''
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Whatever else it is, it is no reason; the thumb counts.
  }
}
