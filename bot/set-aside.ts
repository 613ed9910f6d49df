import type { ChatEvent } from './event.ts'
import type { Reply } from './reply.ts'
import { troubleWith } from './trouble.ts'

/**
 * So many times an event is taken up that was neither answered nor given back: it may be what ends the process each time. Then it is
 * set aside, kept and listed for whoever runs the bot.
 */
export const MOST_TAKES = 3

/** What its sender hears. */
export const setAsideReply = (event: ChatEvent, reference: string): Reply =>
  troubleWith(event, { reference, say: (words) => ({ kind: 'text', text: words.setAside(reference) }) })

/** What whoever runs the bot reads in the log; never what was said. */
export const setAsideNote = ({ id }: Pick<ChatEvent, 'id'>): string =>
  `${id} was taken up ${MOST_TAKES} times without an answer and is set aside; "messages waiting" lists it`
