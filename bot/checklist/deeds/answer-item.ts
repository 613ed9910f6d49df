import type { FormValues } from '../../event.ts'
import type { Block, Button, Reply } from '../../reply.ts'
import { LONGEST_REASON, type Answer } from '../answer.ts'
import type { ChecklistAction } from '../actions.ts'
import { findOutBlocks } from '../cards/find-out.ts'
import { openButton } from '../cards/item.ts'
import { nextStepBlocks } from '../cards/next-step.ts'
import { reasonForm } from '../forms/answer-form.ts'
import { progressOf } from '../progress.ts'
import { saysWhy } from '../reason.ts'
import { itemIn, noSuchItem, replyWith, write, type Sheet } from '../sheet.ts'
import { shownAs } from '../show-item.ts'
import type { ItemState } from '../state.ts'

type AnswerAction = Extract<ChecklistAction, { kind: 'answer' }>

/** Writes an answer down and says so, with the two numbers and what comes next. */
export async function answerItem({ item, status }: AnswerAction, values: FormValues, sheet: Sheet): Promise<Reply> {
  const state = itemIn(sheet.state, item)
  if (state === undefined) return noSuchItem(item, sheet.visit)
  const filled = reasonIn(values)
  if (status === 'not_applicable' && !saysWhy(filled))
    return reasonForm(state, { sheet, filled, problem: sheet.words.reasonMissing })
  if (filled.length > LONGEST_REASON) return reasonForm(state, { sheet, filled, problem: sheet.words.tooLong })
  const answer = answerOf(status, state, values)
  const after = await write([{ kind: 'answered', item, revision: state.revision, answer }], sheet.visit)
  return replyWith(answeredBlocks(itemIn(after.state, item) ?? state, after), sheet.visit, shownAs(item))
}

const reasonIn = (values: FormValues): string => (values['reason'] ?? '').trim()

function answerOf(status: AnswerAction['status'], { criteria }: ItemState, values: FormValues): Answer {
  switch (status) {
    case 'partly': {
      const ticked = new Set((values['met'] ?? '').split('\n'))
      return { status, met: criteria.map(({ id }) => id).filter((id) => ticked.has(id)) }
    }
    case 'not_applicable':
      return { status, reason: reasonIn(values) }
    case 'done':
    case 'not_yet':
    case 'dont_know':
      return { status }
  }
}

function answeredBlocks(state: ItemState, sheet: Sheet): readonly Block[] {
  const { words } = sheet
  const { given, criteria } = state
  const allMet = given?.status === 'partly' && criteria.every(({ id }) => given.met.includes(id))
  return [
    {
      kind: 'notice',
      text: [words.answered[given?.status ?? 'not_yet'], ...(allMet ? [words.allMet] : [])].join('\n'),
    },
    { kind: 'buttons', prompt: '', buttons: afterButtons(state, sheet) },
    { kind: 'progress', progress: progressOf(sheet.state) },
    ...(given?.status === 'dont_know' ? findOutBlocks(state, sheet) : []),
    ...nextStepBlocks(sheet),
  ]
}

function afterButtons(state: ItemState, { words }: Sheet): readonly Button[] {
  const undo: readonly Button[] =
    state.given === undefined
      ? []
      : [{ label: words.undo, action: { kind: 'undo', seq: state.given.seq }, tone: 'plain' }]
  return [
    ...undo,
    { label: words.details, action: { kind: 'details', item: state.item.id }, tone: 'plain' },
    openButton(state, words.backToItem),
  ]
}
