import type { Bot } from './bot.ts'
import type { ChatEvent } from './event.ts'
import { languageOf } from './language.ts'
import type { Inbox } from './ports.ts'
import type { Reply } from './reply.ts'
import { wordsIn } from './words/words.ts'

/**
 * Works an event at most once at a time and keeps its reply, so that sending the same event again, as platforms and
 * impatient people do, gives the same reply. What goes wrong is passed on, and the event is open again: sent once more, it is worked.
 */
export function createAnswerOnce({ inbox, bot }: { inbox: Inbox; bot: Bot }): (event: ChatEvent) => Promise<Reply> {
  return async (event) => {
    const known = await inbox.record(event)
    if (known === 'underway') return stillUnderway(event)
    if (known !== 'new') return known
    try {
      const reply = await bot(event)
      await inbox.finish(event, reply)
      return reply
    } catch (cause) {
      await inbox.abandon(event).catch(() => undefined) // the first trouble is the one to tell of; the lease runs out by itself
      throw cause
    }
  }
}

function stillUnderway(event: ChatEvent): Reply {
  const lang = event.lang ?? (event.kind === 'message' ? languageOf(event.text) : undefined) ?? 'ja'
  const blocks = [{ kind: 'notice' as const, text: wordsIn(lang).underway }]
  return { outcome: 'error', lang, blocks, confidence: 1, reference: event.id }
}
