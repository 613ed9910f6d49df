import type { Bot } from './bot.ts'
import type { ChatEvent } from './event.ts'
import type { Inbox } from './ports.ts'
import type { Reply } from './reply.ts'
import { setAsideNote, setAsideReply } from './set-aside.ts'
import { troubleWith } from './trouble.ts'

/** `warn` tells whoever runs the bot. */
export type AnswerOnceNeeds = Readonly<{ inbox: Inbox; bot: Bot; warn: (message: string) => void }>

/**
 * Works an event at most once at a time and keeps its reply, so that sending the same event again, as platforms and
 * impatient people do, gives the same reply. What goes wrong is passed on, and the event is open again: sent once more, it is worked.
 * What ended the process each time it was worked is set aside.
 */
export function createAnswerOnce({ inbox, bot, warn }: AnswerOnceNeeds): (event: ChatEvent) => Promise<Reply> {
  return async (event) => {
    const known = await inbox.record(event)
    if (known === 'underway') return stillUnderway(event)
    if (known !== 'new' && known !== 'set_aside') return known
    try {
      const reply = known === 'new' ? await bot(event) : setAside(event, warn)
      await inbox.finish(event, reply)
      return reply
    } catch (cause) {
      await inbox.abandon(event).catch(() => undefined) // the first trouble is the one to tell of; the lease runs out by itself
      throw cause
    }
  }
}

const stillUnderway = (event: ChatEvent): Reply =>
  troubleWith(event, { reference: event.id, say: ({ underway }) => ({ kind: 'notice', text: underway }) })

function setAside(event: ChatEvent, warn: AnswerOnceNeeds['warn']): Reply {
  warn(setAsideNote(event))
  return setAsideReply(event, event.id)
}
