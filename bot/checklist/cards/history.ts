import type { Block } from '../../reply.ts'
import type { Answer } from '../answer.ts'
import { showFileReference } from '../file-reference.ts'
import type { DoneToItem } from '../log.ts'
import type { Sheet } from '../sheet.ts'
import type { Happened, ItemState } from '../state.ts'
import { dayWords } from './dates.ts'
import { openButton } from './item.ts'
import { nameIn, signature, type Fact } from './said.ts'

const SHOWN = 30

/** Everything that was done to an item, the latest first, what was taken back included. */
export function historyBlocks(state: ItemState, sheet: Sheet): readonly Block[] {
  const { words, visit } = sheet
  const facts = state.history
    .toReversed()
    .slice(0, SHOWN)
    .map((one): Fact => ({ label: signature(one, sheet), value: happenedWords(one, sheet) }))
  return [
    { kind: 'heading', text: state.item.question[visit.lang] },
    facts.length === 0 ? { kind: 'text', text: words.noHistory } : { kind: 'facts', facts },
    {
      kind: 'buttons',
      prompt: '',
      buttons: [
        ...state.evidence.map(({ seq }, n) => ({
          label: words.removeEvidence(n + 1),
          action: { kind: 'remove_evidence', item: state.item.id, added: seq } as const,
          tone: 'danger' as const,
        })),
        openButton(state, words.backToItem),
      ],
    },
  ]
}

const happenedWords = ({ done, undone }: Happened, sheet: Sheet): string =>
  undone ? sheet.words.tookBack(doneWords(done, sheet)) : doneWords(done, sheet)

/** What an entry says, with what people wrote. For facts only. */
export function doneWords(done: DoneToItem, sheet: Sheet): string {
  const { words, visit } = sheet
  const { happened } = words
  switch (done.kind) {
    case 'answered':
      return happened.answered(saidInFull(done.answer, sheet))
    case 'noted':
      return happened.noted(done.text)
    case 'evidence_added':
      return happened.evidence_added(
        done.evidence.kind === 'link' ? done.evidence.url : showFileReference(done.evidence),
      )
    case 'evidence_removed':
      return happened.evidence_removed
    case 'owner_set':
      return happened.owner(nameIn(done.owner, sheet))
    case 'owner_cleared':
      return happened.owner(undefined)
    case 'due_set':
      return happened.due(dayWords(done.due, visit.lang))
    case 'due_cleared':
      return happened.due(undefined)
    case 'put_off':
      return happened.putOff(dayWords(done.until, visit.lang))
    case 'responsible_set':
      return happened.responsible(words.party[done.party])
    case 'responsible_cleared':
      return happened.responsible(undefined)
    case 'confirmed':
      return happened.confirmed
    case 'sent_back':
      return happened.sent_back(done.reason)
    case 'reopened':
      return happened.reopened(done.because.applies_when)
  }
}

function saidInFull(answer: Answer, { words }: Sheet): string {
  const status = words.status[answer.status]
  return answer.status === 'not_applicable' ? words.withReason(status, answer.reason) : status
}
