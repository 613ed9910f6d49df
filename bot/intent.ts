import { CHATTER } from './intents/chatter.ts'
import { CLAIMS } from './intents/claims.ts'
import { plainText, withoutEnd } from './plain-text.ts'
import { GREETINGS, HELP, THANKS, WHO_ARE_YOU } from './intents/courtesies.ts'

/** What a message is, by its words alone; whatever no rule recognises is a question. */
export type Intent = 'empty' | 'greeting' | 'thanks' | 'who_are_you' | 'chatter' | 'help' | 'claim' | 'question'

export function intentOf(text: string): Intent {
  const said = tidy(text)
  if (!/[\p{Letter}\p{Number}]/u.test(said)) return said === '' ? 'empty' : 'chatter'
  const rule = RULES.find(({ patterns }) => patterns.some((pattern) => pattern.test(said)))
  return rule?.intent ?? 'question'
}

/** Without the greeting before what somebody wants, and without what they end it with in chat. */
const tidy = (text: string): string =>
  withoutEnd(
    plainText(text).replaceAll(/^(?:hi|hello|hey|すみません|あの)[\s,、。!]+(?=.{12})/gu, ''),
    /(?<![\s!。、.,~〜?♪])[\s!。、.,~〜?♪]+$/gu,
  )

const RULES: readonly { intent: Exclude<Intent, 'question' | 'empty'>; patterns: readonly RegExp[] }[] = [
  { intent: 'greeting', patterns: GREETINGS },
  { intent: 'thanks', patterns: THANKS },
  { intent: 'who_are_you', patterns: WHO_ARE_YOU },
  { intent: 'help', patterns: HELP },
  { intent: 'claim', patterns: CLAIMS },
  { intent: 'chatter', patterns: CHATTER },
]
