import type { Bot } from '../bot/bot.ts'
import { citationsOf, choicesOf, type Outcome } from '../bot/reply.ts'
import type { Case } from './cases.ts'

/** A case with what the bot did about it. */
export type Answered = Readonly<{
  case: Case
  outcome: Outcome
  /** Ids cited, or offered to choose from, most important first. */
  ids: readonly string[]
  confidence: number
  elapsedMs: number
}>

/** Asks the bot every case, one after the other, as a person would. */
export async function answerCases(bot: Bot, cases: readonly Case[]): Promise<readonly Answered[]> {
  const answered: Answered[] = []
  for (const one of cases) {
    const started = performance.now()
    const reply = await bot({ kind: 'message', id: one.id, thread: one.thread ?? one.id, text: one.q })
    const elapsedMs = performance.now() - started
    const cited = citationsOf(reply).map(({ id }) => id)
    answered.push({
      case: one,
      outcome: reply.outcome,
      ids: cited.length > 0 ? cited : choicesOf(reply).map(({ id }) => id),
      confidence: reply.confidence,
      elapsedMs,
    })
  }
  return answered
}
