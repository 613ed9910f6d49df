import { z } from 'zod'
import { createChat, type Chat } from './chat.ts'
import { problemsIn } from './checked-sentences.ts'
import type { ChatConfig } from './config.ts'
import type { Meter } from './count.ts'
import { failureOf, mayPass, WORDS, type Failure } from './failure.ts'
import { writingRules } from './rules.ts'
import { waited } from './waiting.ts'
import type { Passage, Sentence, Writer, Writing, Written } from './writer-port.ts'

const ATTEMPTS = 2

/** In characters, of which a token is one in Japanese and four in English: the whole request stays under 20,000 tokens. */
const LONGEST_QUESTION = 2_000
const LONGEST_TURN = 1_000
const MOST_TURNS = 4
const MOST_MATERIAL = 12_000

const draftSchema = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string(), cites: z.array(z.number()) })),
})

export type WriterNeeds = Readonly<{
  config: ChatConfig
  /** True of a text that says of somebody's firm that it is certified, compliant or safe. */
  claimsAboutSomebody: (text: string) => boolean
  meter: Meter
}>

/**
 * Words answers with a chat model; the time limit holds for both attempts together. Loads the provider's package, asks nobody
 * yet, and rejects where the package is missing.
 */
export async function createWriter({ config, claimsAboutSomebody, meter }: WriterNeeds): Promise<Writer> {
  const chat = await createChat(config, meter)
  return {
    async write(writing, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs)])
      const end = performance.now() + config.timeoutMs
      const passages = fitting(writing.passages)
      const check = (sentences: readonly Sentence[]) =>
        problemsIn(sentences, { passages, lang: writing.lang, claimsAboutSomebody })
      return attempt({ chat, writing: { ...writing, passages }, check, meter, end, signal: limit })
    },
  }
}

type Attempting = Readonly<{
  chat: Chat
  writing: Writing
  check: (sentences: readonly Sentence[]) => readonly string[]
  meter: Meter
  /** By `performance.now()`. */
  end: number
  signal: AbortSignal
}>

async function attempt(attempting: Attempting): Promise<Written> {
  let refused: readonly string[] = []
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    const draft = await draftOf(attempting, refused)
    if (draft.kind !== 'refused' && draft.kind !== 'failed') return draft
    if (left === 0 || !(await worthRetrying(draft, attempting))) return unusable(draft, attempting.signal)
    refused = draft.kind === 'refused' ? draft.problems : []
  }
}

type Draft =
  Written | Readonly<{ kind: 'refused'; problems: readonly string[] }> | Readonly<{ kind: 'failed'; failure: Failure }>

async function draftOf(attempting: Attempting, refused: readonly string[]): Promise<Draft> {
  const { chat, writing, check, meter, signal } = attempting
  const rules = writingRules(writing.lang, refused)
  const asked = await chat({ task: 'write', rules, material: materialOf(writing), schema: draftSchema, signal })
  if (asked.kind === 'failed') return asked
  const { sentences } = asked.value
  if (sentences.length === 0) return { kind: 'unusable', reason: 'The model found no answer in the passages' }
  const problems = check(sentences)
  if (problems.length === 0) return { kind: 'sentences', sentences }
  meter({ task: 'write', kind: 'failed', failure: 'unsupported' })
  return { kind: 'refused', problems }
}

type Missed = Exclude<Draft, Written>

/** Waits as long as the provider asks for, where that leaves time for another attempt. */
async function worthRetrying(missed: Missed, { end, signal }: Attempting): Promise<boolean> {
  if (missed.kind === 'refused') return !signal.aborted
  const wait = missed.failure.retryAfterMs ?? 0
  return mayPass(missed.failure) && performance.now() + wait < end && (await waited(wait, signal))
}

function unusable(missed: Missed, signal: AbortSignal): Written {
  if (missed.kind === 'refused')
    return { kind: 'unusable', reason: `The draft was refused: ${missed.problems.join('; ')}` }
  const { kind } = signal.aborted ? failureOf(signal.reason) : missed.failure
  return { kind: 'unusable', reason: `The model can't be used: ${WORDS[kind]}` }
}

/** The best passages come first, so the last ones are left out; what is left out can't be cited either. */
function fitting(passages: readonly Passage[]): readonly Passage[] {
  let left = MOST_MATERIAL
  return passages.filter(({ text }) => (left -= text.length) >= 0)
}

const materialOf = ({ question, passages, history }: Writing) => ({
  passages: passages.map(({ n, id, text }) => ({ n, id, text })),
  thread: history.slice(-MOST_TURNS).map((turn) => ({
    question: turn.question.slice(0, LONGEST_TURN),
    answer: turn.answer.slice(0, LONGEST_TURN),
  })),
  question: question.slice(0, LONGEST_QUESTION),
})
