import type { Block, Button } from '../../reply.ts'
import type { Sheet } from '../sheet.ts'
import type { ItemState } from '../state.ts'
import { dayWords } from './dates.ts'

/** Items to press, the status first: a long question may be cut short, how it stands may not. */
export const rows = (states: readonly ItemState[], sheet: Sheet, prompt = ''): Block => ({
  kind: 'buttons',
  prompt,
  buttons: states.map((state) => row(state, sheet)),
})

function row({ item, status, due }: ItemState, { words, visit }: Sheet): Button {
  const standing = words.status[status]
  const begin = due === undefined ? standing : words.dueRow(standing, dayWords(due, visit.lang))
  return {
    label: words.row(begin, item.question[visit.lang]),
    action: { kind: 'item', item: item.id },
    tone: 'plain',
  }
}
