import type { Lang } from '../corpus/schema.ts'
import type { ChatEvent } from './event.ts'
import { languageOf } from './language.ts'
import type { Block, Reply } from './reply.ts'
import { wordsIn, type Words } from './words/words.ts'

/** Says to whoever did it, in their language, that something went wrong. `reference`: what whoever runs the bot finds it by. */
export function troubleWith(
  event: ChatEvent,
  { reference, say }: Readonly<{ reference: string; say: (words: Words) => Block }>,
): Reply {
  const lang = langOf(event)
  const audience = event.speaker && ({ audience: 'speaker' } as const)
  return { outcome: 'error', lang, blocks: [say(wordsIn(lang))], confidence: 1, reference, ...audience }
}

const langOf = (event: ChatEvent): Lang =>
  event.lang ?? (event.kind === 'message' ? languageOf(event.text) : undefined) ?? 'ja'
