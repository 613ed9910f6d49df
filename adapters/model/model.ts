import { z } from 'zod'
import type { Reranker, Writer } from '../../bot/writing/ports.ts'
import { createChat, type ChatNeeds } from './chat.ts'
import { WORDS } from './failure.ts'
import { createReranker } from './reranker.ts'
import { createRest } from './rest.ts'
import { createWriter } from './writer.ts'

/** What a configured chat model does; a task it is not configured for is undefined. */
export type Model = Readonly<{
  writer: Writer | undefined
  reranker: Reranker | undefined
  /** Asks the model a trifle: undefined where it answers, otherwise what is wrong, for whoever runs the bot. */
  trouble: () => Promise<string | undefined>
}>

/** A second order of what was found must not eat the time of the answer. */
const RERANK_SHARE = 0.4

/** Loads the provider's packages; rejects where one is missing. Asks nobody yet. */
export async function loadModel(needs: ChatNeeds): Promise<Model> {
  const { config, meter, now } = needs
  const chat = await createChat(needs)
  const rest = createRest(now)
  const { tasks, timeoutMs } = config
  return {
    writer: tasks.includes('write') ? createWriter({ chat, rest, meter, timeoutMs }) : undefined,
    reranker: tasks.includes('rerank')
      ? createReranker({ chat, rest, timeoutMs: timeoutMs * RERANK_SHARE })
      : undefined,
    trouble: async () => {
      const asked = await chat({
        task: 'check',
        rules: 'Answer with "ready": true.',
        material: {},
        schema: z.strictObject({ ready: z.boolean() }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      return asked.kind === 'failed' ? WORDS[asked.failure.kind] : undefined
    },
  }
}
