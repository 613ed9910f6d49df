import { z } from 'zod'
import { createBudget } from './budget.ts'
import type { Meter, Task } from './count.ts'
import { failureOf, type Failure } from './failure.ts'
import { loadChatModel } from './langchain.ts'
import type { ChatConfig } from './settings.ts'
import { untilAborted } from './waiting.ts'

export type Asking<T> = Readonly<{
  task: Task
  /** What the model is to do: our words only. */
  rules: string
  /** What it is to work on: other people's words. */
  material: unknown
  schema: z.ZodType<T>
  signal: AbortSignal
}>

export type Asked<T> = Readonly<{ kind: 'said'; value: T }> | Readonly<{ kind: 'failed'; failure: Failure }>

/** Asks a chat model one thing, once, and reads its answer by a schema. Never rejects. */
export type Chat = <T>(asking: Asking<T>) => Promise<Asked<T>>

export type ChatNeeds = Readonly<{
  config: ChatConfig
  meter: Meter
  /** Milliseconds since 1970. */
  now: () => number
}>

/** Loads the packages first, so that the first answer is no slower than the next; rejects where one is missing. Asks nobody yet. */
export async function createChat({ config, meter, now }: ChatNeeds): Promise<Chat> {
  const model = await loadChatModel(config)
  const budget = createBudget(config.tokensPerDay, now)
  return async ({ task, rules, material, schema, signal }) => {
    const enclosed = enclose(material)
    const settle = budget.take(rules.length + enclosed.length + SCHEMA_TOKENS + config.maxTokens)
    if (settle === undefined) return { kind: 'failed', failure: { kind: 'budget_spent', retryAfterMs: undefined } }
    meter({ task, kind: 'called' })
    try {
      const structured = model.withStructuredOutput(schema, { name: 'answer', includeRaw: true })
      const messages = [
        { role: 'system', content: rules },
        { role: 'user', content: enclosed },
      ]
      const answer = answerSchema.parse(await untilAborted(structured.invoke(messages, { signal }), signal))
      const usage = answer.raw.usage_metadata
      if (usage !== undefined) {
        settle(usage.input_tokens + usage.output_tokens)
        meter({ task, kind: 'used', input: usage.input_tokens, output: usage.output_tokens })
      }
      return { kind: 'said', value: schema.parse(answer.parsed) }
    } catch (error) {
      // The signal knows best whether time ran out: the packages in between give the abort names of their own.
      const failure = failureOf(signal.aborted ? signal.reason : error)
      meter({ task, kind: 'failed', failure: failure.kind })
      return { kind: 'failed', failure }
    }
  }
}

/** What the shape of the answer costs beside the texts; texts count a token a character, which is the most in Japanese. */
const SCHEMA_TOKENS = 300

const tokens = z.object({ input_tokens: z.number(), output_tokens: z.number() })
const answerSchema = z.object({
  parsed: z.unknown(),
  raw: z.object({ usage_metadata: tokens.optional().catch(undefined) }),
})

/** JSON keeps quotes and line breaks of the material inside its strings, and the escape keeps it from closing the tag. */
const enclose = (material: unknown): string =>
  `<material>\n${JSON.stringify(material).replaceAll('<', String.raw`\u003c`)}\n</material>`
