import { z } from 'zod'
import type { Reranker } from '../../bot/writing/ports.ts'
import type { Chat } from './chat.ts'
import type { Rest } from './rest.ts'
import { RANKING_RULES } from './rules.ts'

const LONGEST_QUESTION = 2_000
const LONGEST_PASSAGE = 400

const orderSchema = z.strictObject({ order: z.array(z.number()) })

export type RerankerNeeds = Readonly<{ chat: Chat; rest: Rest; timeoutMs: number }>

/** Orders with a chat model; one attempt, since our own order does. */
export function createReranker({ chat, rest, timeoutMs }: RerankerNeeds): Reranker {
  return {
    async rerank(question, candidates) {
      const given = candidates.map(({ id }) => id)
      if (candidates.length < 2 || rest.isOn()) return given
      const asked = await chat({
        task: 'rerank',
        rules: RANKING_RULES,
        material: {
          passages: candidates.map(({ text }, index) => ({ n: index + 1, text: text.slice(0, LONGEST_PASSAGE) })),
          question: question.slice(0, LONGEST_QUESTION),
        },
        schema: orderSchema,
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (asked.kind === 'failed') {
        rest.after(asked.failure)
        return given
      }
      const first = asked.value.order.flatMap((n) => given[n - 1] ?? [])
      return [...new Set([...first, ...given])]
    },
  }
}
