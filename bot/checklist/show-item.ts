import type { Block, Reply } from '../reply.ts'
import type { ChecklistAction } from './actions.ts'
import { historyBlocks } from './cards/history.ts'
import { itemBlocks } from './cards/item.ts'
import { moreBlocks, vendorBlocks } from './cards/more.ts'
import { itemIn, noSuchItem, replyWith, type Sheet } from './sheet.ts'
import type { ItemState } from './state.ts'

/** An item as it stands. `first`: what is to be said before it. */
export const showItem = (item: string, sheet: Sheet, first: readonly Block[] = []): Reply =>
  ofItem(item, sheet, (state) => [...first, ...itemBlocks(state, sheet)])

export const showMore = (item: string, sheet: Sheet): Reply => ofItem(item, sheet, (state) => moreBlocks(state, sheet))

export const showHistory = (item: string, sheet: Sheet): Reply =>
  ofItem(item, sheet, (state) => historyBlocks(state, sheet))

type VendorMessage = Extract<ChecklistAction, { kind: 'vendor_message' }>

/** Beside the item's card and not in its place: it is there to be copied while one goes on. */
export function showVendorMessage({ item, lang }: VendorMessage, sheet: Sheet): Reply {
  const state = itemIn(sheet.state, item)
  return state === undefined
    ? noSuchItem(item, sheet.visit)
    : replyWith(vendorBlocks(state, lang, sheet), sheet.visit, `vendor:${item}`)
}

function ofItem(item: string, sheet: Sheet, blocks: (state: ItemState) => readonly Block[]): Reply {
  const state = itemIn(sheet.state, item)
  return state === undefined ? noSuchItem(item, sheet.visit) : replyWith(blocks(state), sheet.visit, shownAs(item))
}

/** Cards of one item take each other's place. */
export const shownAs = (item: string): string => `item:${item}`
