import { z } from 'zod'
import { createChat } from './chat.ts'
import type { ChatConfig } from './config.ts'
import type { Meter } from './count.ts'
import { RANKING_RULES } from './rules.ts'

/** How many of the best are looked at again. */
const TOP = 20
const LONGEST_QUESTION = 2_000
const LONGEST_PASSAGE = 400

const orderSchema = z.strictObject({ order: z.array(z.number()) })

export type Candidate = Readonly<{ id: string; text: string }>

/**
 * Orders candidates anew, best first. The answer is always every given id exactly once; the given order, where the model
 * fails, takes too long or names something else. Never rejects.
 */
export interface Reranker {
  rerank(
    wanted: Readonly<{ question: string; candidates: readonly Candidate[] }>,
    signal: AbortSignal,
  ): Promise<readonly string[]>
}

export async function createReranker({
  config,
  meter,
}: Readonly<{ config: ChatConfig; meter: Meter }>): Promise<Reranker> {
  const chat = await createChat(config, meter)
  return {
    async rerank({ question, candidates }, signal) {
      const top = candidates.slice(0, TOP)
      const given = candidates.map(({ id }) => id)
      if (top.length < 2) return given
      const asked = await chat({
        task: 'rerank',
        rules: RANKING_RULES,
        material: {
          passages: top.map(({ text }, index) => ({ n: index + 1, text: text.slice(0, LONGEST_PASSAGE) })),
          question: question.slice(0, LONGEST_QUESTION),
        },
        schema: orderSchema,
        signal: AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs)]),
      })
      if (asked.kind === 'failed') return given
      const first = asked.value.order.flatMap((n) => top[n - 1]?.id ?? [])
      return [...new Set([...first, ...given])]
    },
  }
}
