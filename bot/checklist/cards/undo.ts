import type { Block } from '../../reply.ts'
import { countEntries } from '../fold/counting.ts'
import type { DoneToItem, Logged } from '../log.ts'
import { isBy } from '../people.ts'
import { itemIn, type Sheet } from '../sheet.ts'
import { doneWords } from './history.ts'
import { signature, type Fact } from './said.ts'

/** What the speaker did last and would take back, with the button that does it: typing alone changes nothing. */
export function undoBlocks(sheet: Sheet): readonly Block[] {
  const { words } = sheet
  const last = lastDone(sheet)
  const [first] = last
  if (first === undefined) return [{ kind: 'notice', text: words.nothingToUndo }]
  return [
    { kind: 'heading', text: words.undoWhat },
    { kind: 'facts', facts: doneFacts(last, sheet) },
    {
      kind: 'buttons',
      prompt: '',
      buttons: [{ label: words.undo, action: { kind: 'undo', seq: first.seq }, tone: 'main' }],
    },
  ]
}

/** What was done in one go, each with its item's question. */
export function doneFacts(entries: readonly Logged<DoneToItem>[], sheet: Sheet): readonly Fact[] {
  const { words, state, visit } = sheet
  const [first] = entries
  if (first === undefined) return []
  const question = itemIn(state, first.done.item)?.item.question[visit.lang] ?? first.done.item
  return [
    { label: words.item, value: question },
    ...entries.map((entry) => ({ label: signature(entry, sheet), value: doneWords(entry.done, sheet) })),
  ]
}

/**
 * The speaker's last entries that still count, all those of one event. Undoing is not undone this way, it has its own button; nor
 * is what followed from something else they did, like an item that the firm's own changes opened.
 */
function lastDone({ log, visit, members }: Sheet): readonly Logged<DoneToItem>[] {
  const { entries, undone } = countEntries(log)
  const own = entries.flatMap(({ done, ...entry }) => {
    const isDeed = done.kind !== 'undone' && done.kind !== 'reopened'
    return isDeed && !undone.has(entry.seq) && isBy(entry, visit.member, members) ? [{ ...entry, done }] : []
  })
  const last = own.at(-1)
  return own.filter(({ event }) => event === last?.event)
}
