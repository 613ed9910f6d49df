import { z } from 'zod'
import type { Sentence, Writer, Writing, Written } from '../../bot/writing/ports.ts'
import type { Chat } from './chat.ts'
import type { Meter } from './count.ts'
import { mayPass, WORDS, type Failure } from './failure.ts'
import type { Rest } from './rest.ts'
import { writingRules } from './rules.ts'
import { waited } from './waiting.ts'

const ATTEMPTS = 2

/** In characters; the passages are bounded where they are chosen. */
const LONGEST_QUESTION = 2_000
const LONGEST_TURN = 1_000

const draftSchema = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string(), cites: z.array(z.number()) })),
})

export type WriterNeeds = Readonly<{ chat: Chat; rest: Rest; meter: Meter; timeoutMs: number }>

/** Words answers with a chat model; the time limit holds for both attempts together. */
export function createWriter({ timeoutMs, ...needs }: WriterNeeds): Writer {
  return {
    async write(writing) {
      if (needs.rest.isOn()) return { kind: 'unusable', reason: 'The model is left alone for a while after a failure' }
      const signal = AbortSignal.timeout(timeoutMs)
      return attempt({ ...needs, writing, end: performance.now() + timeoutMs, signal })
    },
  }
}

type Attempting = Omit<WriterNeeds, 'timeoutMs'> &
  Readonly<{
    writing: Writing
    /** By `performance.now()`. */
    end: number
    signal: AbortSignal
  }>

async function attempt(attempting: Attempting): Promise<Written> {
  let refused: readonly string[] = []
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    const draft = await draftOf(attempting, refused)
    if (draft.kind !== 'refused' && draft.kind !== 'failed') return draft
    if (left === 0 || !(await isWorthRetrying(draft, attempting))) return unusable(draft, attempting)
    refused = draft.kind === 'refused' ? draft.problems : []
  }
}

type Missed =
  Readonly<{ kind: 'refused'; problems: readonly string[] }> | Readonly<{ kind: 'failed'; failure: Failure }>

async function draftOf(
  { chat, writing, meter, signal }: Attempting,
  refused: readonly string[],
): Promise<Written | Missed> {
  const rules = writingRules(writing.lang, refused)
  const asked = await chat({ task: 'write', rules, material: materialOf(writing), schema: draftSchema, signal })
  if (asked.kind === 'failed') return asked
  const { sentences } = asked.value
  if (sentences.length === 0) return { kind: 'unusable', reason: 'The model found no answer in the passages' }
  const problems = writing.check(sentences satisfies readonly Sentence[])
  if (problems.length === 0) return { kind: 'sentences', sentences }
  meter({ task: 'write', kind: 'failed', failure: 'refused' })
  return { kind: 'refused', problems }
}

/** Waits as long as the provider asks for, where that leaves time for another attempt. */
async function isWorthRetrying(missed: Missed, { end, signal }: Attempting): Promise<boolean> {
  if (missed.kind === 'refused') return !signal.aborted
  const wait = missed.failure.retryAfterMs ?? 0
  return mayPass(missed.failure) && performance.now() + wait < end && (await waited(wait, signal))
}

function unusable(missed: Missed, { rest }: Attempting): Written {
  if (missed.kind === 'refused')
    return { kind: 'unusable', reason: `The draft was refused: ${missed.problems.join('; ')}` }
  rest.after(missed.failure)
  return { kind: 'unusable', reason: `The model can't be used: ${WORDS[missed.failure.kind]}` }
}

const materialOf = ({ question, passages, history }: Writing) => ({
  passages,
  thread: history.map((turn) => ({
    question: turn.question.slice(0, LONGEST_TURN),
    answer: turn.answer.slice(0, LONGEST_TURN),
  })),
  question: question.slice(0, LONGEST_QUESTION),
})
