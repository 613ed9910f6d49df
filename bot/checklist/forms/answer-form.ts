import type { Reply } from '../../reply.ts'
import { LONGEST_REASON } from '../answer.ts'
import type { ChecklistAction } from '../actions.ts'
import { itemIn, noSuchItem, replyWith, type Sheet } from '../sheet.ts'
import { shownAs } from '../show-item.ts'
import type { ItemState } from '../state.ts'

type AnswerForm = Pick<Extract<ChecklistAction, { kind: 'answer_form' }>, 'item' | 'status'>

/** "Partly" asks what is there already, "not applicable" asks why. */
export function showAnswerForm({ item, status }: AnswerForm, sheet: Sheet): Reply {
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  return status === 'partly' ? partlyForm(state, sheet) : reasonForm(state, { sheet })
}

function partlyForm(state: ItemState, { words, visit }: Sheet): Reply {
  const { item, given, criteria } = state
  const options = criteria.map(({ id, says }) => ({ value: id, label: says[visit.lang] }))
  const form = {
    title: item.question[visit.lang],
    intro: words.partlyIntro[criteria[0]?.kind ?? 'step'],
    fields: [
      {
        id: 'met',
        kind: 'choices' as const,
        label: words.partlyField,
        options,
        optional: true,
        value: given?.status === 'partly' ? given.met.join('\n') : '',
      },
    ],
    submit: {
      label: words.saveAs(words.status.partly),
      action: { kind: 'answer', item: item.id, status: 'partly' } as const,
      tone: 'main' as const,
    },
  }
  return replyWith([{ kind: 'form', form }], visit, shownAs(item.id))
}

/** `problem` is said under the field, where `filled` still stands. */
type Again = Readonly<{ sheet: Sheet; filled?: string; problem?: string }>

export function reasonForm({ item, given }: ItemState, { sheet, filled, problem }: Again): Reply {
  const { words, visit } = sheet
  const before = given?.status === 'not_applicable' ? given.reason : ''
  const form = {
    title: item.question[visit.lang],
    intro: words.notApplicableIntro,
    fields: [
      {
        id: 'reason',
        kind: 'text' as const,
        label: words.whyNot,
        hint: words.whyNotHint,
        longest: LONGEST_REASON,
        optional: false,
        value: filled ?? before,
        ...(problem !== undefined && { problem }),
      },
    ],
    submit: {
      label: words.saveAs(words.status.not_applicable),
      action: { kind: 'answer', item: item.id, status: 'not_applicable' } as const,
      tone: 'main' as const,
    },
  }
  return replyWith([{ kind: 'form', form }], visit, shownAs(item.id))
}
