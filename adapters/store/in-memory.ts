import type { ChatEvent } from '../../bot/event.ts'
import type { Inbox, Turn } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'

const TURNS = 50

/** What was said in this process, for commands that open no store. Everything is forgotten when it ends. */
export function createInMemoryInbox(): Inbox {
  const underway = new Set<string>()
  const replies = new Map<string, Reply>()
  const threads = new Map<string, readonly Turn[]>()
  const keep = (event: ChatEvent, reply: Reply): void => {
    underway.delete(event.id)
    replies.set(event.id, reply)
    threads.set(event.thread, [...(threads.get(event.thread) ?? []), { event, reply }].slice(-TURNS))
  }
  return {
    record: ({ id }) => {
      const known = replies.get(id) ?? (underway.has(id) ? 'underway' : 'new')
      if (known === 'new') underway.add(id)
      return Promise.resolve(known)
    },
    finish: (event, reply) => {
      if (!replies.has(event.id)) keep(event, reply)
      return Promise.resolve()
    },
    abandon: ({ id }) => {
      underway.delete(id)
      return Promise.resolve()
    },
    thread: (thread) => Promise.resolve(threads.get(thread) ?? []),
  }
}
