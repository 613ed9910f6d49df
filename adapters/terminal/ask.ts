import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { LEVELS, type ChatEvent, type Level } from '../../bot/event.ts'
import type { Reply } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { renderJson, renderText } from './render.ts'

export type Answering = Readonly<{
  bot: (event: ChatEvent) => Promise<Reply>
  corpusVersion: string
  lang: Lang | undefined
  level: Level | undefined
}>

export const levelNamed = (name: string): Level | undefined => LEVELS.find((level) => level === name)

export async function askOnce(question: string, answering: Answering & { json: boolean }): Promise<string> {
  const { reply, elapsedMs } = await timed(answering, { q: question })
  if (!answering.json) return renderText(reply.blocks, reply.lang)
  return JSON.stringify(renderJson(reply, { corpusVersion: answering.corpusVersion, elapsedMs }), null, 2)
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  lang: z.enum(LANGS).optional(),
  level: z.enum(LEVELS).optional(),
  thread: z.string().optional(),
})
const idSchema = z.object({ id: z.union([z.string(), z.number()]) })

/** One JSON line in, one JSON line out, in order; a line that can't be read gets an `error` and the rest goes on. */
export async function* askBatch(lines: AsyncIterable<string>, answering: Answering): AsyncGenerator<string> {
  let number = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() !== '') yield JSON.stringify(await answerLine(line, number, answering))
  }
}

async function answerLine(line: string, number: number, answering: Answering): Promise<object> {
  const value = parseJson(line)
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const id = idSchema.safeParse(value)
    const wrong =
      value === undefined
        ? 'not JSON'
        : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    return {
      ...(id.success ? { id: id.data.id } : {}),
      error: `line ${number}: ${wrong}; expected {"id","q","lang"?,"level"?,"thread"?}`,
    }
  }
  const { id, ...said } = parsed.data
  const { reply, elapsedMs } = await timed(answering, said)
  return { id, ...renderJson(reply, { corpusVersion: answering.corpusVersion, elapsedMs }) }
}

type Line = Omit<z.infer<typeof lineSchema>, 'id'>

async function timed({ bot, ...chosen }: Answering, line: Line): Promise<{ reply: Reply; elapsedMs: number }> {
  const lang = line.lang ?? chosen.lang
  const level = line.level ?? chosen.level
  const id = `terminal:${randomUUID()}`
  const event: ChatEvent = {
    kind: 'message',
    id,
    thread: line.thread === undefined ? id : `terminal:thread:${line.thread}`,
    text: line.q,
    ...(lang === undefined ? {} : { lang }),
    ...(level === undefined ? {} : { level }),
  }
  const started = performance.now()
  const reply = await bot(event).catch((cause: unknown) => failed(cause, event))
  return { reply, elapsedMs: performance.now() - started }
}

/** One question that can't be answered doesn't end the run; the reference finds the reason on standard error. */
function failed(cause: unknown, { lang = 'ja' }: ChatEvent): Reply {
  const reference = randomUUID().slice(0, 8)
  process.emitWarning(`${reference}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
  const blocks = [{ kind: 'text' as const, text: wordsIn(lang).failed(reference) }]
  return { outcome: 'error', lang, blocks, confidence: 1, reference }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // reported as "not JSON" by the caller
  }
}
