import type { Lang } from '../corpus/schema.ts'
import type { Intent } from './intent.ts'
import { LONGEST_QUESTION } from './question-length.ts'
import type { Reply } from './reply.ts'
import { suggestedQuestions } from './words/suggestions.ts'
import { wordsIn } from './words/words.ts'

/** A short answer to what is no question, and something to ask next. */
export function smallTalk(intent: Exclude<Intent, 'question' | 'claim' | 'empty' | 'help'>, lang: Lang): Reply {
  const words = wordsIn(lang)
  const text = { greeting: words.greeting, thanks: words.thanks, who_are_you: words.whoAreYou, chatter: words.chatter }[
    intent
  ]
  return {
    outcome: 'smalltalk',
    lang,
    blocks: [{ kind: 'text', text }, ...(intent === 'thanks' ? [] : [suggestions(lang)])],
    confidence: 1,
  }
}

/** What somebody sees who asked for help or sent nothing. */
export function firstWords(intent: 'help' | 'empty', lang: Lang): Reply {
  const words = wordsIn(lang)
  const text = intent === 'help' ? words.helpText : words.empty
  return {
    outcome: intent === 'help' ? 'command' : 'smalltalk',
    lang,
    blocks: [{ kind: 'text', text }, suggestions(lang)],
    confidence: 1,
  }
}

/** What somebody sees who sent more than anybody asks at once. */
export const askForLess = (lang: Lang): Reply => ({
  outcome: 'smalltalk',
  lang,
  blocks: [{ kind: 'text', text: wordsIn(lang).tooLong(LONGEST_QUESTION) }],
  confidence: 1,
})

const suggestions = (lang: Lang) =>
  ({ kind: 'suggestions', prompt: wordsIn(lang).tryThese, questions: suggestedQuestions(lang) }) as const
