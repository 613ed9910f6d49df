import type { Lang, Term } from '../../../corpus/schema.ts'
import type { Block } from '../../reply.ts'
import { createGloss } from './gloss.ts'
import { plainWords } from './plain-words.ts'
import { polite } from './polite.ts'

/** The same blocks for somebody new to it, or to the language: easier words, polite verbs, hard words explained. */
export function simplify(
  blocks: readonly Block[],
  { lang, glossary }: Readonly<{ lang: Lang; glossary: readonly Term[] }>,
): readonly Block[] {
  const gloss = createGloss(glossary, lang)
  const easy = (text: string): string => gloss(lang === 'ja' ? polite(plainWords(text)) : text)
  return blocks.map((block) => {
    if (block.kind === 'text') return { ...block, text: easy(block.text) }
    return block.kind === 'list' ? { ...block, items: block.items.map(easy) } : block
  })
}
