import type { Reply } from '../../reply.ts'
import type { ChecklistAction } from '../actions.ts'
import { LONGEST_NOTE } from '../log.ts'
import { itemIn, noSuchItem, replyWith, type Sheet } from '../sheet.ts'
import { shownAs } from '../show-item.ts'

type SendBack = Pick<Extract<ChecklistAction, { kind: 'send_back_form' }>, 'item' | 'answer'>

export const showSendBackForm = (sending: SendBack, sheet: Sheet): Reply => sendBackForm(sending, { sheet })

type Again = Readonly<{ sheet: Sheet; filled?: string; problem?: string }>

export function sendBackForm({ item, answer }: SendBack, { sheet, filled = '', problem }: Again): Reply {
  const { words, visit } = sheet
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, visit)
  const form = {
    title: state.item.question[visit.lang],
    intro: words.sendBackIntro,
    fields: [
      {
        id: 'reason',
        kind: 'long_text' as const,
        label: words.sendBackField,
        longest: LONGEST_NOTE,
        optional: false,
        value: filled,
        ...(problem !== undefined && { problem }),
      },
    ],
    submit: { label: words.sendBack, action: { kind: 'send_back', item, answer } as const, tone: 'main' as const },
  }
  return replyWith([{ kind: 'form', form }], visit, shownAs(item))
}
