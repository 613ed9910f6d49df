import type { Bot } from '../bot/bot.ts'
import { readFacet } from '../bot/answering/facet.ts'
import type { Retriever } from '../bot/ports.ts'
import { citationsOf, choicesOf, type Outcome, type Reply } from '../bot/reply.ts'
import type { Lang } from '../corpus/schema.ts'
import type { Case } from './cases.ts'

/** How far down a ranking is looked at. */
export const DEPTH = 10

/** A case with what the bot did about it. */
export type Answered = Readonly<{
  case: Case
  outcome: Outcome
  /** Ids cited, or offered to choose from, most important first. */
  ids: readonly string[]
  /** The ids, then what else the search found, `DEPTH` in all. */
  ranked: readonly string[]
  confidence: number
  elapsedMs: number
  /** What a person reads of the reply: its language and its pieces, without what is cited. */
  read: Readonly<{ lang: Lang; texts: readonly string[] }>
}>

/** Asks the bot every case, one after the other, as a person would. */
export async function answerCases(
  { answer, retriever }: Readonly<{ answer: Bot; retriever: Retriever }>,
  cases: readonly Case[],
): Promise<readonly Answered[]> {
  const answered: Answered[] = []
  for (const one of cases) {
    const started = performance.now()
    const reply = await answer({ kind: 'message', id: one.id, thread: one.thread ?? one.id, text: one.q })
    const elapsedMs = performance.now() - started
    const ids = idsOf(reply)
    answered.push({
      case: one,
      outcome: reply.outcome,
      ids,
      ranked: await rankedAfter(ids, one.q, retriever),
      confidence: reply.confidence,
      elapsedMs,
      read: { lang: reply.lang, texts: textsOf(reply) },
    })
  }
  return answered
}

function idsOf(reply: Reply): readonly string[] {
  const cited = citationsOf(reply).map(({ id }) => id)
  return cited.length > 0 ? cited : choicesOf(reply).map(({ id }) => id)
}

async function rankedAfter(ids: readonly string[], question: string, retriever: Retriever): Promise<readonly string[]> {
  const { hits } = await retriever.find({ question, topic: readFacet(question).topic })
  return [...new Set([...ids, ...hits.map(({ id }) => id)])].slice(0, DEPTH)
}

const MARK = /\[\d+\]/gu

export const textsOf = (reply: Reply): readonly string[] =>
  reply.blocks
    .flatMap((block) => {
      if (block.kind === 'text' || block.kind === 'notice') return [block.text]
      return block.kind === 'list' ? block.items : []
    })
    .map((text) => text.replaceAll(MARK, ''))
