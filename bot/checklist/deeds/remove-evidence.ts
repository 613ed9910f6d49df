import type { Reply } from '../../reply.ts'
import type { ChecklistAction } from '../actions.ts'
import { itemIn, noSuchItem, write, type Sheet } from '../sheet.ts'
import { showHistory } from '../show-item.ts'

type Removal = Extract<ChecklistAction, { kind: 'remove_evidence' }>

/** The entry that added it stays in the history. Pressing twice removes it once. */
export async function removeEvidence({ item, added }: Removal, sheet: Sheet): Promise<Reply> {
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  if (!state.evidence.some(({ seq }) => seq === added)) return showHistory(item, sheet)
  return showHistory(
    item,
    await write([{ kind: 'evidence_removed', item, revision: state.revision, added }], sheet.visit),
  )
}
