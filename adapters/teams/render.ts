import { feedbackOn } from '../../bot/feedback.ts'
import { citationsOf, type Block, type Reply } from '../../bot/reply.ts'
import { chatWordsIn } from '../../bot/words/chat.ts'
import { wordsIn } from '../../bot/words/words.ts'
import { cardOf, cutShort, elementsOf, wantsCard, type CardNeeds } from './card.ts'
import { entityOf } from './entity.ts'
import { fitted, type Cut, type Pieces } from './fit.ts'
import { LIMITS } from './limits.ts'
import { listLines, relatedLines, sourceLine } from './lines.ts'
import { escapeMarkdown, inline, label, linkTo, paragraphs } from './text.ts'

/** A message activity as JSON, without where it goes. */
export type TeamsMessage = Readonly<Record<string, unknown>>

/** Pure and total: any reply becomes a message inside Teams' limits. What doesn't fit ends in a line that says so. */
export function renderMessage(reply: Reply, needs: CardNeeds): TeamsMessage {
  const { lines: inText, elements: onCard } = partedBlocks(reply)
  const isCard = wantsCard(reply)
  return fitted({
    render: (cut) => ({
      lines: inText.flatMap((block) => linesOf(block, { ...needs, ...reply, cut })),
      elements: elementsOf({ ...reply, blocks: onCard }, { ...needs, cut }),
    }),
    assemble: (pieces, cut) => messageOf(pieces, { reply, cut, isCard, nonce: needs.nonce }),
    note: { lines: [escapeMarkdown(chatWordsIn(reply.lang).cutShort)], elements: [cutShort(reply.lang)] },
  })
}

/** Teams finds sources in the text of a message alone; so what cites stands there, and on the card what can be pressed. */
function partedBlocks(reply: Reply): Readonly<{ lines: readonly Block[]; elements: readonly Block[] }> {
  if (!wantsCard(reply)) return { lines: reply.blocks, elements: [] }
  if (citationsOf(reply).length === 0) return { lines: [], elements: reply.blocks }
  const isSaid = ({ kind }: Block): boolean => SAID.has(kind)
  return { lines: reply.blocks.filter(isSaid), elements: reply.blocks.filter((block) => !isSaid(block)) }
}

const SAID: ReadonlySet<Block['kind']> = new Set<Block['kind']>([
  'text',
  'heading',
  'notice',
  'list',
  'citations',
  'related',
  'written_by_model',
])

type Whole = Readonly<{ reply: Reply; cut: Cut; isCard: boolean; nonce: string }>

function messageOf({ lines, elements }: Pieces, { reply, cut, isCard, nonce }: Whole): TeamsMessage {
  const text = lines.join('\n\n')
  return {
    type: 'message',
    textFormat: 'markdown',
    locale: reply.lang,
    summary: summaryOf(reply),
    ...(isCard && text === '' ? {} : { text: text || '…' }),
    ...(isCard ? { attachments: [attachmentOf(elements, reply)] } : suggestedActions(reply)),
    entities: [entityOf(reply, { text, longest: cut.text })],
    ...(feedbackOn(reply, nonce) === undefined ? {} : { channelData: { feedbackLoop: { type: 'default' } } }),
  }
}

const attachmentOf = (elements: Pieces['elements'], { lang }: Reply) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: cardOf(elements, lang),
})

/** What a notification says. */
function summaryOf({ blocks, lang }: Reply): string {
  const [first = chatWordsIn(lang).card] = blocks.flatMap((block) =>
    (block.kind === 'text' || block.kind === 'notice' || block.kind === 'heading') && block.text.trim() !== ''
      ? [block.text]
      : [],
  )
  return label(first, LIMITS.summary)
}

function suggestedActions({ blocks }: Reply): object {
  const questions = blocks.flatMap((block) => (block.kind === 'suggestions' ? block.questions : []))
  if (questions.length === 0) return {}
  const actions = questions.slice(0, LIMITS.suggestions).map((question) => {
    const value = label(question, LIMITS.question)
    return { type: 'imBack', title: value, value }
  })
  return { suggestedActions: { to: [], actions } }
}

type Around = CardNeeds & Readonly<{ lang: Reply['lang']; cut: Cut }>

/** A block as paragraphs of Markdown. */
function linesOf(block: Block, { lang, cut: { text: most }, pageAt }: Around): readonly string[] {
  switch (block.kind) {
    case 'text':
      return some(paragraphs(block.text, most))
    case 'written_by_model':
      return some(paragraphs(`🤖 ${block.text}`, most))
    case 'heading':
      return bold(block.text, most)
    case 'notice':
      return some(paragraphs(block.text, most).replaceAll(/^/gmu, '> '))
    case 'list':
      return [...bold(block.heading, most), ...listLines(block, most)]
    case 'citations':
      return block.citations.map((citation) => sourceLine(citation, lang, most))
    case 'related':
      return block.links.length === 0
        ? []
        : [...bold(wordsIn(lang).elsewhere, most), ...relatedLines(block.links, most)]
    case 'suggestions':
      return [...bold(block.prompt, most), ...block.questions.map((question) => `- ${inline(question, most)}`)]
    case 'link':
      return [linkTo(pageAt(block.path), inline(block.label, most), LIMITS.pageUrl)]
    case 'choices':
    case 'facts':
    case 'progress':
    case 'buttons':
    case 'form':
      return []
  }
}

const some = (paragraph: string): readonly string[] => (paragraph === '' ? [] : [paragraph])
const bold = (text: string, most: number): readonly string[] =>
  text.trim() === '' ? [] : [`**${inline(text, most)}**`]
