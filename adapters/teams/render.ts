import { citationsOf, type Block, type Citation, type Reply } from '../../bot/reply.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import { renderCard, wantsCard, type CardNeeds } from './card.ts'
import { cut, escapeMarkdown } from './text.ts'
import { teamsWordsIn } from './words.ts'

/** A message activity as JSON, without where it goes. */
export type TeamsMessage = Readonly<Record<string, unknown>>

/** Bytes: Teams refuses messages over 28 KB; room is left for what the connector adds. */
const LARGEST = 24_000
const ABSTRACT = 160
const NAME = 80

/** Pure and total: any reply becomes a message inside Teams' limits. */
export function renderMessage(reply: Reply, needs: CardNeeds): TeamsMessage {
  const isCard = wantsCard(reply)
  const text = isCard ? '' : fitted(textOf(reply), reply.lang)
  return {
    type: 'message',
    textFormat: 'markdown',
    ...(isCard ? { summary: teamsWordsIn(reply.lang).card } : { text }),
    ...(isCard ? { attachments: [attachmentOf(reply, needs)] } : {}),
    entities: [entityOf(reply, text)],
    ...(isCard ? {} : suggestedActions(reply)),
    channelData: { feedbackLoop: { type: 'default' } },
  }
}

const attachmentOf = (reply: Reply, needs: CardNeeds) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: renderCard(reply, needs),
})

/** Teams wants one entity for the whole message; the label only where a model wrote it. A position is the mark in the text. */
function entityOf(reply: Reply, text: string): object {
  const isWritten = reply.blocks.some(({ kind }) => kind === 'written_by_model')
  const cited = citationsOf(reply).filter(({ n }) => text.includes(`[${n}]`))
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(isWritten ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(cited.length === 0 ? {} : { citation: cited.map(claimOf) }),
  }
}

const claimOf = ({ n, id, title, quote, url, document, edition }: Citation) => ({
  '@type': 'Claim',
  position: n,
  appearance: {
    '@type': 'DigitalDocument',
    name: cut(`${id} ${title}`, NAME),
    abstract: cut(quote === '' ? `${document} ${edition}` : quote, ABSTRACT),
    ...(url.startsWith('https://') ? { url } : {}),
  },
})

function suggestedActions(reply: Reply): object {
  const questions = reply.blocks.flatMap((block) => (block.kind === 'suggestions' ? block.questions : []))
  if (questions.length === 0) return {}
  return {
    suggestedActions: {
      to: [],
      actions: questions.slice(0, 3).map((value) => ({ type: 'imBack', title: value, value })),
    },
  }
}

function fitted(text: string, lang: Lang): string {
  if (Buffer.byteLength(text) <= LARGEST) return text
  const share = LARGEST / Buffer.byteLength(text)
  return `${cut(text, Math.floor(text.length * share) - 100)}\n\n${teamsWordsIn(lang).cutShort}`
}

const textOf = (reply: Reply): string =>
  reply.blocks
    .map((block) => renderBlock(block, reply.lang))
    .filter((part) => part !== '')
    .join('\n\n')

function renderBlock(block: Block, lang: Lang): string {
  switch (block.kind) {
    case 'text':
    case 'heading':
    case 'written_by_model':
      return escapeMarkdown(block.text)
    case 'notice':
      return `> ${escapeMarkdown(block.text)}`
    case 'list':
      return [
        ...(block.heading === '' ? [] : [`**${escapeMarkdown(block.heading)}**\n`]),
        ...block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${escapeMarkdown(item)}`),
      ].join('\n')
    case 'citations':
      return block.citations.map((citation) => citationLine(citation, lang)).join('\n\n')
    case 'related':
      return [
        `**${escapeMarkdown(wordsIn(lang).elsewhere)}**\n`,
        ...block.links.map(
          ({ framework, id, title }) => `- ${escapeMarkdown(`${framework.toUpperCase()} ${id} ${title}`)}`,
        ),
      ].join('\n')
    case 'suggestions':
    case 'choices':
    case 'facts':
    case 'progress':
    case 'buttons':
    case 'form':
    case 'link':
      return ''
  }
}

function citationLine({ n, id, title, document, edition, wording, basis }: Citation, lang: Lang): string {
  const words = wordsIn(lang)
  const sure = wording === 'own' ? words.wording.own : `${words.wording[wording]}; ${words.basis[basis]}`
  return `[${n}] ${escapeMarkdown(`${id} ${title} — ${document} ${edition} (${sure})`)}`
}
