import type { Block, Reply } from '../../bot/reply.ts'
import { chatWordsIn } from '../../bot/words/chat.ts'
import type { Lang } from '../../corpus/schema.ts'
import { renderBlock } from './card-blocks.ts'
import { textBlock, type Card } from './card-element.ts'
import { fitted, type Cut } from './fit.ts'

/** `nonce`: new with every reply; part of every button. `pageAt` turns a page's path into an address people can open. */
export type CardNeeds = Readonly<{ nonce: string; pageAt: (path: string) => string }>

/** Whether a reply has something to press or fill in, or is a card as a whole. */
export const wantsCard = (reply: Reply): boolean =>
  reply.shows !== undefined || reply.blocks.some(({ kind }) => CARD_ONLY.has(kind))

const CARD_ONLY: ReadonlySet<Block['kind']> = new Set<Block['kind']>([
  'buttons',
  'form',
  'facts',
  'progress',
  'choices',
])

/** Pure and total: any reply as one card inside Teams' limits, for the place of a card that was pressed. */
export const renderCard = (reply: Reply, needs: CardNeeds): Card =>
  fitted({
    render: (cut) => ({ lines: [], elements: elementsOf(reply, { ...needs, cut }) }),
    assemble: ({ elements }) => cardOf(elements, reply.lang),
    note: { lines: [], elements: [cutShort(reply.lang)] },
  })

export const cardOf = (body: readonly Card[], lang: Lang): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang,
  body,
})

export const cutShort = (lang: Lang): Card => ({ ...textBlock(chatWordsIn(lang).cutShort, Infinity), isSubtle: true })

/** Buttons and inputs are numbered from the top, the same every time. */
export function elementsOf(
  { blocks, lang, shows }: Omit<Reply, 'confidence' | 'outcome'>,
  needs: CardNeeds & Readonly<{ cut: Cut }>,
): readonly Card[] {
  let count = 0
  const around = { ...needs, lang, shows, number: () => count++ }
  return blocks.flatMap((block) => renderBlock(block, around))
}
