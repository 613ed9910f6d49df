import type { Bot } from '../bot/bot.ts'
import { suggestedQuestions } from '../bot/words/suggestions.ts'
import type { Config } from '../config.ts'
import { LANGS } from '../corpus/schema.ts'

/**
 * What answers is compiled while it answers: the first questions take thirty times as long as later ones, and whatever comes in
 * meanwhile waits. Shirube asks them itself, before it hears anybody. A provider's model would have to be paid for them.
 */
export async function warmUp(bot: Bot, { model }: Pick<Config, 'model'>): Promise<void> {
  if (model.chat !== undefined || model.embedding !== undefined) return
  for (const text of LANGS.flatMap((lang) => suggestedQuestions(lang).slice(0, 2)))
    await bot({ kind: 'message', id: 'warm-up', thread: 'warm-up', text })
}
