import type { Block } from '../../reply.ts'
import type { Sheet } from '../sheet.ts'
import type { ItemState } from '../state.ts'
import { firstStep } from './item.ts'
import { vendorBlocks } from './more.ts'

/** Two minutes against "don't know": what to look for, what to do when it isn't there, and whom to ask in which words. */
export function findOutBlocks(state: ItemState, sheet: Sheet): readonly Block[] {
  const { words, visit } = sheet
  const look = state.item.evidence.map((one) => one[visit.lang])
  return [
    { kind: 'list', heading: words.findOut, items: look, ordered: false, own: true },
    { kind: 'text', text: words.findOutThen },
    { kind: 'list', heading: words.firstStep, items: firstStep(state, sheet), ordered: false, own: true },
    ...(state.item.vendor_message === undefined ? [] : vendorBlocks(state, visit.lang, sheet)),
  ]
}
