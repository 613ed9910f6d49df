import type { Block, Button, Reply } from '../../reply.ts'
import { openButton } from '../cards/item.ts'
import { doneFacts } from '../cards/undo.ts'
import { countEntries } from '../fold/counting.ts'
import type { DoneToItem, Logged } from '../log.ts'
import { isBy } from '../people.ts'
import { progressOf } from '../progress.ts'
import { itemIn, replyWith, write, type Sheet } from '../sheet.ts'
import { shownAs } from '../show-item.ts'

/**
 * Takes back everything that the speaker did in one go, which may have been a taking back: then it counts again. Somebody else's
 * entries are theirs; a manager who disagrees sends the answer back.
 */
export async function undo(seq: number, sheet: Sheet): Promise<Reply> {
  const { words, visit, members } = sheet
  const meant = sheet.log.find((entry) => entry.seq === seq)
  if (meant === undefined) return refusal(words.nothingToUndo, sheet)
  if (!isBy(meant, visit.member, members)) return refusal(words.notYours, sheet)
  const together = countingWith(meant, sheet.log)
  if (together.length === 0) return refusal(words.nothingToUndo, sheet)
  const after = await write(
    together.map((entry) => ({ kind: 'undone', undoes: entry.seq })),
    visit,
  )
  return tookBack(together, after)
}

const refusal = (text: string, { visit }: Sheet): Reply => replyWith([{ kind: 'notice', text }], visit)

/**
 * What was done in the same go and still counts. Two presses at once can have taken the same thing back twice; to put it back,
 * both have to go.
 */
function countingWith(meant: Logged, log: readonly Logged[]): readonly Logged[] {
  const { entries, undone } = countEntries(log)
  const counting = entries.filter(({ seq }) => !undone.has(seq))
  const together = counting.filter(({ event }) => event === meant.event)
  const takenBack = new Set(together.map(({ done }) => (done.kind === 'undone' ? done.undoes : undefined)))
  return counting.filter(
    (entry) => together.includes(entry) || (entry.done.kind === 'undone' && takenBack.has(entry.done.undoes)),
  )
}

function tookBack(entries: readonly Logged[], sheet: Sheet): Reply {
  const { words, visit } = sheet
  const again = entries.some(({ done }) => done.kind === 'undone')
  const about = [
    ...new Map(entries.flatMap((entry) => originalOf(entry, sheet.log)).map((one) => [one.seq, one])).values(),
  ]
  const item = about[0]?.done.item
  const blocks: readonly Block[] = [
    { kind: 'notice', text: again ? words.putBackDone : words.undone },
    { kind: 'facts', facts: doneFacts(about, sheet) },
    { kind: 'progress', progress: progressOf(sheet.state) },
    { kind: 'buttons', prompt: '', buttons: waysOn(item, again ? words.undo : words.putBack, sheet) },
  ]
  return replyWith(blocks, visit, item === undefined ? 'undo' : shownAs(item))
}

/** What an entry is about in the end: undoing an undoing is about what was undone first. */
function originalOf({ done, ...entry }: Logged, log: readonly Logged[]): readonly Logged<DoneToItem>[] {
  if (done.kind !== 'undone') return [{ ...entry, done }]
  const undone = log.find(({ seq }) => seq === done.undoes)
  return undone === undefined ? [] : originalOf(undone, log)
}

function waysOn(item: string | undefined, label: string, { log, visit, words, state }: Sheet): readonly Button[] {
  const written = log.find(({ event }) => event === visit.event)
  const shown = item === undefined ? undefined : itemIn(state, item)
  return [
    ...(written === undefined ? [] : [{ label, action: { kind: 'undo', seq: written.seq }, tone: 'plain' } as const]),
    ...(shown === undefined ? [] : [openButton(shown, words.backToItem)]),
  ]
}
