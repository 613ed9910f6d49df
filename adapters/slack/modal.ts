import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { encodeAction } from '../../bot/action.ts'
import type { Block, Field, Reply } from '../../bot/reply.ts'
import { cut } from '../../bot/words/cut.ts'
import type { SlackAddress } from './address.ts'
import { bold, orDots, sections } from './blocks.ts'
import { fullOptions, inputOf } from './input.ts'
import { LIMITS } from './limits.ts'
import { writeMetadata } from './modal-metadata.ts'
import { renderMessage } from './render.ts'
import { escapeText } from './text.ts'
import { formIn } from './way.ts'
import { slackWordsIn } from './words.ts'

export type ModalNeeds = Readonly<{
  nonce: string
  thread: string
  address: SlackAddress
  pageAt: (path: string) => string
}>

/** A reply as a modal: its form, if it has one, with all that stands around it. Pure and total, as renderMessage is. */
export function renderModal(reply: Reply, needs: ModalNeeds): ModalView {
  const { nonce, thread, address } = needs
  const form = formIn(reply)
  const words = slackWordsIn(reply.lang)
  const action = form === undefined ? '' : encodeAction(form.submit.action)
  return {
    type: 'modal',
    callback_id: 'form',
    title: title(form?.title ?? headingOf(reply) ?? words.bot),
    ...(form === undefined ? {} : { submit: title(form.submit.label) }),
    close: title(form === undefined ? words.close : words.cancel),
    private_metadata: writeMetadata({ action, nonce, thread, lang: reply.lang, address }),
    blocks: blocksOf(reply, needs).slice(0, LIMITS.modalBlocks),
  }
}

const title = (text: string) => ({
  type: 'plain_text' as const,
  text: cut(orDots(text), LIMITS.modalTitle),
  emoji: false,
})

const headingOf = ({ blocks }: Reply): string | undefined =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))[0]

/** What stands around the form is rendered as in a message. */
function blocksOf(reply: Reply, needs: ModalNeeds): KnownBlock[] {
  const at = reply.blocks.findIndex(({ kind }) => kind === 'form')
  const form = formIn(reply)
  const around = (blocks: readonly Block[], part: string) =>
    blocks.length === 0
      ? []
      : renderMessage({ ...reply, blocks }, { nonce: needs.nonce, pageAt: needs.pageAt, part, inView: true }).blocks
  if (form === undefined) return [...around(reply.blocks, '')]
  return [
    ...around(reply.blocks.slice(0, at), 'a'),
    ...(form.title.length > LIMITS.modalTitle ? sections(bold(form.title)) : []),
    ...sections(escapeText(form.intro)),
    ...form.fields.flatMap((field, n) => renderField(field, n)),
    ...around(reply.blocks.slice(at + 1), 'z'),
  ]
}

/**
 * What is wrong with a field stands above it: Slack shows errors of its own only while a modal closes. So do options that are too
 * long for Slack.
 */
function renderField(field: Field, n: number): readonly (KnownBlock | InputBlock)[] {
  const problem = field.problem === undefined ? [] : sections(`⚠️ ${escapeText(field.problem)}`)
  const options = sections(escapeText(fullOptions(field).join('\n')))
  return [...problem, ...options, inputOf(field, n)]
}
