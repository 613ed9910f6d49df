import type { Block, Reply } from '../reply.ts'
import { deedOf, mayDo, type Holder } from './permissions.ts'

/** The reply without what the reader would be refused: nobody is offered a button that is not for them. */
export const onlyAllowed = (reply: Reply, held: readonly Holder[]): Reply => ({
  ...reply,
  blocks: reply.blocks.flatMap((block) => allowedIn(block, held)),
})

function allowedIn(block: Block, held: readonly Holder[]): readonly Block[] {
  if (block.kind === 'form') return mayDo(held, deedOf(block.form.submit.action)) ? [block] : []
  if (block.kind !== 'buttons') return [block]
  const buttons = block.buttons.filter(({ action }) => mayDo(held, deedOf(action)))
  return buttons.length > 0 ? [{ ...block, buttons }] : []
}
