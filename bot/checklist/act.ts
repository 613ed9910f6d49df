import type { FormValues } from '../event.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import type { ChecklistAction } from './actions.ts'
import { showAnswerForm } from './forms/answer-form.ts'
import { showDetailsForm } from './forms/details-form.ts'
import { showSendBackForm } from './forms/send-back-form.ts'
import { answerItem } from './deeds/answer-item.ts'
import { confirmAnswer, sendBack } from './deeds/review.ts'
import { removeEvidence } from './deeds/remove-evidence.ts'
import { saveDetails } from './deeds/save-details.ts'
import { undo } from './deeds/undo.ts'
import { openSheet } from './sheet.ts'
import { showHistory, showItem, showMore, showVendorMessage } from './show-item.ts'
import { showProjection } from './projections/show.ts'
import { showStage, showView } from './views.ts'

/** What is pressed about the checklist. */
export async function actOnChecklist(action: ChecklistAction, values: FormValues, visit: Visit): Promise<Reply> {
  switch (action.kind) {
    case 'view':
      return showView(action.view, await openSheet(visit))
    case 'stage':
      return showStage(action.stage, await openSheet(visit))
    case 'item':
      return showItem(action.item, await openSheet(visit))
    case 'more':
      return showMore(action.item, await openSheet(visit))
    case 'vendor_message':
      return showVendorMessage(action, await openSheet(visit))
    case 'history':
      return showHistory(action.item, await openSheet(visit))
    case 'projection':
      return showProjection(action.of, await openSheet(visit))
    case 'answer_form':
      return showAnswerForm(action, await openSheet(visit))
    case 'details':
      return showDetailsForm(action.item, await openSheet(visit))
    case 'send_back_form':
      return showSendBackForm(action, await openSheet(visit))
    case 'answer':
      return answerItem(action, values, await openSheet(visit))
    case 'save_details':
      return saveDetails(action, values, await openSheet(visit))
    case 'remove_evidence':
      return removeEvidence(action, await openSheet(visit))
    case 'undo':
      return undo(action.seq, await openSheet(visit))
    case 'confirm_answer':
      return confirmAnswer(action, await openSheet(visit))
    case 'send_back':
      return sendBack(action, values, await openSheet(visit))
  }
}
