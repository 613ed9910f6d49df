import { randomUUID } from 'node:crypto'
import { pino, type Logger } from 'pino'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Meter } from '../adapters/model/count.ts'
import type { ChatEvent } from '../bot/event.ts'
import type { Reply } from '../bot/reply.ts'
import type { LetterState, Settled } from '../bot/digest/ledger.ts'
import type { Config } from '../config.ts'

/** Upper bounds in seconds: answers take milliseconds, so the buckets are fine at the low end. */
const ANSWER_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

/** Where databases put the values of a statement that failed: what people wrote. */
const QUOTED = ['detail', 'where', 'query', 'params', 'internalQuery'].map((field) => `err.${field}`)

/** Logs one JSON line per happening; what people ask is never logged. */
export const createLog = ({ logLevel }: Config): Logger =>
  pino({ level: logLevel, base: null, redact: { paths: QUOTED, remove: true } })

/** Logs a surprise and answers the reference that finds it again: eight characters, short enough to read out on the phone. */
export const reporterTo =
  (log: Readonly<{ error: (details: object, message: string) => void }>, happened: string) =>
  (cause: unknown): string => {
    const reference = randomUUID().slice(0, 8)
    log.error({ reference, err: cause }, happened)
    return reference
  }

/** Counts attempts to send letters by how they ended; the planner's last run and how all letters stand are as of that run. */
export type LetterMeter = Readonly<{
  count: (how: Settled['kind']) => void
  planned: (run: Readonly<{ at: Date; stand: Readonly<Record<LetterState, number>> }>) => void
}>

export type Metrics = Readonly<{
  /** Counts and times every reply; a rejection passes through, counted as `failed`. */
  measured: (answer: (event: ChatEvent) => Promise<Reply>) => (event: ChatEvent) => Promise<Reply>
  /** Counts calls of models, how they ended, and the tokens they took. */
  meter: Meter
  letters: LetterMeter
  /** Asks how messages stand whenever somebody reads. */
  messages: (standing: () => Promise<Readonly<Record<string, number>>>) => void
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
    meter: modelMeter(registry),
    letters: letterMeter(registry),
    messages: (standing) => {
      showMessages(standing, registry)
    },
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

function modelMeter(registry: Registry): Meter {
  const events = new Counter({
    name: 'shirube_model_events_total',
    help: 'Calls of models (called), failures by kind, and drafts that did not pass the checks (refused)',
    labelNames: ['task', 'event'],
    registers: [registry],
  })
  const tokens = new Counter({
    name: 'shirube_model_tokens_total',
    help: 'Tokens that models took, where the provider says so',
    labelNames: ['task', 'direction'],
    registers: [registry],
  })
  return (count) => {
    const { task } = count
    switch (count.kind) {
      case 'called':
        events.inc({ task, event: 'called' })
        return
      case 'used':
        tokens.inc({ task, direction: 'in' }, count.input)
        tokens.inc({ task, direction: 'out' }, count.output)
        return
      case 'failed':
        events.inc({ task, event: count.failure })
    }
  }
}

function letterMeter(registry: Registry): LetterMeter {
  const attempts = new Counter({
    name: 'shirube_letter_attempts_total',
    help: 'Attempts to send a digest or reminder by how they ended',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const letters = new Gauge({
    name: 'shirube_letters',
    help: 'Digests and reminders by how they stand; uncertain and failed ones need a person',
    labelNames: ['state'],
    registers: [registry],
  })
  const ran = new Gauge({
    name: 'shirube_planner_last_run_seconds',
    help: 'When this process last planned digests, in Unix time',
    registers: [registry],
  })
  return {
    count: (outcome) => {
      attempts.inc({ outcome })
    },
    planned: ({ at, stand }) => {
      ran.set(at.getTime() / 1_000)
      for (const [state, count] of Object.entries(stand)) letters.set({ state }, count)
    },
  }
}

/** While the store is away nothing is known, and nothing is shown. */
function showMessages(standing: () => Promise<Readonly<Record<string, number>>>, registry: Registry): void {
  new Gauge({
    name: 'shirube_messages',
    help: 'Messages by how they stand; those set aside, failed and uncertain need a person',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const counted = await standing().catch(() => ({}))
      for (const [state, count] of Object.entries(counted)) this.set({ state }, count)
    },
  })
}
