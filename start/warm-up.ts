import type { Bot } from '../bot/bot.ts'
import { suggestedQuestions } from '../bot/words/suggestions.ts'
import type { Config } from '../config.ts'
import { LANGS } from '../corpus/schema.ts'

/**
 * What answers is compiled while it answers: the first questions take thirty times as long as later ones, and what a chat platform
 * sends meanwhile waits. So Shirube asks them itself, before it hears anybody, and loads what plans digests, which would else be
 * loaded in the middle of it. A provider's model would have to be paid for such questions. The one person of a web chat can wait.
 */
export async function warmUp(bot: Bot, { slack, teams, model }: Config): Promise<void> {
  if (slack === undefined && teams === undefined) return
  await import('../adapters/queue/queue.ts')
  if (model.chat !== undefined || model.embedding !== undefined) return
  for (const text of LANGS.flatMap((lang) => suggestedQuestions(lang).slice(0, 2)))
    await bot({ kind: 'message', id: 'warm-up', thread: 'warm-up', text })
}
