import type { ChatEvent } from '../../bot/event.ts'
import type { Inbox } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { MOST_TAKES } from '../../bot/set-aside.ts'
import { asJson } from '../../adapters/store/text.ts'

type Kept = { readonly event: ChatEvent; readonly thread: string; leaseUntil: number; takes: number; reply?: Reply }

const LEASE = 60_000

/** An inbox in memory. `now` is in milliseconds. */
export function createFakeInbox(now: () => number = Date.now): Inbox {
  const kept = new Map<string, Kept>()
  const keep = (event: ChatEvent): Kept => {
    const fresh = { event: copyOf(event), thread: event.thread, leaseUntil: now() + LEASE, takes: 0 }
    kept.set(event.id, fresh)
    return fresh
  }
  return {
    record(event) {
      const known = kept.get(event.id)
      if (known?.reply) return Promise.resolve(copyOf(known.reply))
      if (known && known.leaseUntil >= now()) return Promise.resolve('underway')
      const taken = known ?? keep(event)
      taken.leaseUntil = now() + LEASE
      taken.takes += 1
      return Promise.resolve(taken.takes > MOST_TAKES ? 'set_aside' : 'new')
    },
    finish(event, reply) {
      const known = kept.get(event.id) ?? keep(event)
      known.reply ??= copyOf(reply)
      return Promise.resolve()
    },
    abandon(event) {
      const known = kept.get(event.id)
      if (known) Object.assign(known, { leaseUntil: -Infinity, takes: 0 })
      return Promise.resolve()
    },
    thread(thread) {
      const turns = [...kept.values()].flatMap((turn) =>
        turn.thread === thread && turn.reply ? [{ event: copyOf(turn.event), reply: copyOf(turn.reply) }] : [],
      )
      return Promise.resolve(turns.slice(-50))
    },
  }
}

/** By way of JSON, as in a database: nobody can change what is kept, and what cannot be stored is not. */
const copyOf = <T extends object>(value: T): T => JSON.parse(asJson(value)) as T
