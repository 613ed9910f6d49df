import { pino, type Logger } from 'pino'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { ChatEvent } from './bot/event.ts'
import type { Reply } from './bot/reply.ts'
import type { Config } from './config.ts'

/** Upper bounds in seconds: answers take milliseconds, so the buckets are fine at the low end. */
const ANSWER_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

/** Logs one JSON line per happening; what people ask is never logged. */
export const createLog = ({ logLevel }: Config): Logger => pino({ level: logLevel, base: null })

export type Metrics = Readonly<{
  /** Counts and times every reply; a rejection passes through, counted as `failed`. */
  measured: (answer: (event: ChatEvent) => Promise<Reply>) => (event: ChatEvent) => Promise<Reply>
  read: () => Promise<{ contentType: string; body: string }>
}>

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const replies = new Counter({
    name: 'shirube_replies_total',
    help: 'Replies by how they ended and their language',
    labelNames: ['outcome', 'lang'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'shirube_answer_seconds',
    help: 'Time from an event to its reply, store included',
    buckets: ANSWER_SECONDS,
    registers: [registry],
  })
  return {
    measured: (answer) => async (event) => {
      const stop = seconds.startTimer()
      try {
        const reply = await answer(event)
        replies.inc({ outcome: reply.outcome, lang: reply.lang })
        return reply
      } catch (cause) {
        replies.inc({ outcome: 'failed', lang: event.lang ?? '' })
        throw cause
      } finally {
        stop()
      }
    },
    read: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  }
}
