import type { FormValues } from '../../event.ts'
import type { Reply } from '../../reply.ts'
import type { ChecklistAction } from '../actions.ts'
import { sendBackForm } from '../forms/send-back-form.ts'
import { LONGEST_NOTE } from '../log.ts'
import { saysWhy } from '../reason.ts'
import { itemIn, noSuchItem, write, type Sheet } from '../sheet.ts'
import { showItem } from '../show-item.ts'

type Confirm = Pick<Extract<ChecklistAction, { kind: 'confirm_answer' }>, 'item' | 'answer'>

/** A manager stands by an answer. Only by the one that was on the card. */
export async function confirmAnswer({ item, answer }: Confirm, sheet: Sheet): Promise<Reply> {
  const { words, visit } = sheet
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, visit)
  if (state.given?.seq !== answer) return answerMoved(item, sheet)
  const after = await write([{ kind: 'confirmed', item, revision: state.revision, answer }], visit)
  return showItem(item, after, [{ kind: 'notice', text: words.confirmed }])
}

/** A manager opens an item again, saying why. The answer is kept beside the reason. */
export async function sendBack({ item, answer }: Confirm, values: FormValues, sheet: Sheet): Promise<Reply> {
  const { words, visit } = sheet
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, visit)
  if (state.given?.seq !== answer) return answerMoved(item, sheet)
  const reason = (values['reason'] ?? '').trim()
  const problem = problemWith(reason, sheet)
  if (problem !== undefined) return sendBackForm({ item, answer }, { sheet, filled: reason, problem })
  const after = await write([{ kind: 'sent_back', item, revision: state.revision, answer, reason }], visit)
  return showItem(item, after, [{ kind: 'notice', text: words.sentBack }])
}

function problemWith(reason: string, { words }: Sheet): string | undefined {
  if (!saysWhy(reason)) return words.sendBackMissing
  return reason.length > LONGEST_NOTE ? words.tooLong : undefined
}

const answerMoved = (item: string, sheet: Sheet): Reply =>
  showItem(item, sheet, [{ kind: 'notice', text: sheet.words.answerMoved }])
