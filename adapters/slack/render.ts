import type { KnownBlock } from '@slack/types'
import type { DeskAction } from '../../bot/action.ts'
import { feedbackOn } from '../../bot/feedback.ts'
import { partsOf, type Block, type Citation, type Reply } from '../../bot/reply.ts'
import { chatWordsIn } from '../../bot/words/chat.ts'
import { deskWordsIn } from '../../bot/words/desk.ts'
import { wordsIn } from '../../bot/words/words.ts'
import type { Lang } from '../../corpus/schema.ts'
import {
  bold,
  buttonRows,
  feedbackRow,
  heading,
  orDots,
  sections,
  small,
  smallLines,
  type Pressable,
} from './blocks.ts'
import { LIMITS } from './limits.ts'
import { slackWordsIn } from './words.ts'
import { cutEscaped, escapeText } from './text.ts'

/** `text` is what notifications and screen readers say. */
export type SlackMessage = Readonly<{ text: string; blocks: readonly KnownBlock[] }>

export type RenderNeeds = Readonly<{
  /** New with every reply; part of every button. */
  nonce: string
  /** Turns a page's path into an address people can open. */
  pageAt: (path: string) => string
  /** Pressing it brings the form that the reply has; a message itself can't hold one. */
  opens?: DeskAction | undefined
  /** Stand at the end, whatever else there is. */
  ends?: readonly Pressable[]
  /** The thread of an ephemeral message. */
  thread?: string | undefined
  /** In the App Home or a modal, which take no feedback buttons. */
  inView?: boolean
  /** Tells the parts of one view apart, so that no two buttons have the same id. */
  part?: string
}>

/** Pure and total: any reply becomes a message inside Slack's limits. What doesn't fit ends in a line that says so. */
export function renderMessage(reply: Reply, needs: RenderNeeds): SlackMessage {
  const { nonce, thread, part = '', ends = [] } = needs
  const rendering = { nonce, lang: reply.lang, shows: reply.shows, thread, part }
  const blocks: KnownBlock[] = []
  let pressed = 0
  for (const block of reply.blocks) {
    const buttons = pressablesOf(block, { lang: reply.lang, needs })
    blocks.push(...renderBlock(block, { lang: reply.lang, needs }), ...buttonRows(buttons, pressed, rendering))
    pressed += buttons.length
  }
  const tail = [...buttonRows(ends, pressed, rendering), ...(needs.inView === true ? [] : feedbackAsked(reply, nonce))]
  return { text: fallbackOf(reply), blocks: [...fitted(blocks, LIMITS.blocks - tail.length, reply.lang), ...tail] }
}

function feedbackAsked(reply: Reply, nonce: string): readonly KnownBlock[] {
  const action = feedbackOn(reply, nonce)
  return action === undefined ? [] : [feedbackRow(action, nonce, reply.lang)]
}

function fitted(blocks: readonly KnownBlock[], most: number, lang: Lang): readonly KnownBlock[] {
  if (blocks.length <= most) return blocks
  return [...blocks.slice(0, most - 1), ...small(chatWordsIn(lang).cutShort)]
}

function fallbackOf(reply: Reply): string {
  const said = reply.blocks.flatMap((block) =>
    block.kind === 'text' || block.kind === 'notice' || block.kind === 'heading' ? [block.text] : [],
  )
  return cutEscaped(said.join('\n').trim() || chatWordsIn(reply.lang).card, LIMITS.fallback)
}

type Around = Readonly<{ lang: Lang; needs: RenderNeeds }>

/** Everything of a block but its buttons. */
function renderBlock(block: Block, { lang, needs }: Around): readonly KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return sections(escapeText(block.text))
    case 'heading':
      return heading(block.text)
    case 'notice':
      return sections(`> ${escapeText(block.text).replaceAll('\n', '\n> ')}`)
    case 'list':
      return sections([bold(block.heading), ...listLines(block)].filter((line) => line !== '').join('\n'))
    case 'citations':
      return smallLines(block.citations.map((citation) => citationLine(citation, lang)))
    case 'related':
      return small(
        [
          bold(wordsIn(lang).elsewhere),
          ...block.links.map(({ framework, id, title }) => escapeText(`${framework.toUpperCase()} ${id} ${title}`)),
        ].join('\n'),
      )
    case 'facts':
      return sections(block.facts.map(({ label, value }) => `${bold(label)}  ${escapeText(value)}`).join('\n'))
    case 'progress':
      return sections(escapeText(deskWordsIn(lang).progressLines(block.progress).join('\n')))
    case 'written_by_model':
      return small(`🤖 ${escapeText(block.text)}`)
    case 'link':
      return sections(linkTo(needs.pageAt(block.path), block.label))
    case 'choices':
    case 'suggestions':
    case 'buttons':
      return sections(escapeText(block.prompt))
    case 'form':
      return sections([bold(block.form.title), escapeText(block.form.intro)].filter((line) => line !== '').join('\n'))
  }
}

type List = Extract<Block, { kind: 'list' }>

const listLines = ({ items, ordered, links }: List): readonly string[] =>
  items.map((item, index) => `${ordered ? `${index + 1}.` : '•'} ${partsOf(item, links).map(linked).join('')}`)

/** Every second part is a link of the corpus's. */
const linked = (part: string, n: number): string => (n % 2 === 0 ? escapeText(part) : linkTo(part, part))

/** The link is the corpus's own; nothing a person typed gets here. */
function citationLine({ n, id, title, document, edition, wording, basis, url }: Citation, lang: Lang): string {
  const words = wordsIn(lang)
  const sure = wording === 'own' ? words.wording.own : `${words.wording[wording]}; ${words.basis[basis]}`
  return `[${n}] ${linkTo(url, `${id} ${title}`)} ${cutEscaped(`${document} ${edition} (${sure})`, LONGEST_NAME)}`
}

const LONGEST_NAME = 400
const LONGEST_URL = 1_800

/** The name alone where there is no address, or one that no page has. */
function linkTo(url: string, name: string): string {
  const label = cutEscaped(orDots(name).replaceAll('|', '｜'), LONGEST_NAME)
  const address = url.replaceAll(/[<>|\s]/gu, encodeURIComponent)
  return /^https?:/u.test(address) && address.length <= LONGEST_URL ? `<${address}|${label}>` : label
}

function pressablesOf(block: Block, { lang, needs: { opens } }: Around): readonly Pressable[] {
  switch (block.kind) {
    case 'choices':
      return block.choices.map(({ label, id }) => ({ label, entry: id, tone: 'plain' }))
    case 'suggestions':
      return block.questions.map((question) => ({ label: question, question, tone: 'plain' }))
    case 'buttons':
      return block.buttons
    case 'text':
    case 'heading':
    case 'notice':
    case 'list':
    case 'citations':
    case 'related':
    case 'facts':
    case 'progress':
    case 'link':
    case 'written_by_model':
      return []
    case 'form':
      return opens === undefined ? [] : [{ label: slackWordsIn(lang).fillIn, action: opens, tone: 'main' }]
  }
}
