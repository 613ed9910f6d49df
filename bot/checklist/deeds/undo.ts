import type { Block, Reply } from '../../reply.ts'
import { doneFacts } from '../cards/undo.ts'
import { countEntries } from '../fold/counting.ts'
import type { DoneToItem, Logged } from '../log.ts'
import { progressOf } from '../progress.ts'
import { replyWith, write, type Sheet } from '../sheet.ts'
import { shownAs } from '../show-item.ts'
import { openButton } from '../cards/item.ts'
import { itemIn } from '../sheet.ts'

/**
 * Takes back everything that the speaker did in one go, which may have been a taking back: then it counts again. Somebody else's
 * entries are theirs; a manager who disagrees sends the answer back.
 */
export async function undo(seq: number, sheet: Sheet): Promise<Reply> {
  const { words, visit, log } = sheet
  const { entries, undone } = countEntries(log)
  const meant = entries.find((entry) => entry.seq === seq)
  if (meant?.by !== visit.member.id) return refusal(meant === undefined ? words.nothingToUndo : words.notYours, sheet)
  const together = entries.filter(({ event, seq: each }) => event === meant.event && !undone.has(each))
  if (together.length === 0) return refusal(words.nothingToUndo, sheet)
  const after = await write(
    together.map((entry) => ({ kind: 'undone', undoes: entry.seq })),
    visit,
  )
  return tookBack(together, after)
}

const refusal = (text: string, { visit }: Sheet): Reply => replyWith([{ kind: 'notice', text }], visit)

function tookBack(entries: readonly Logged[], sheet: Sheet): Reply {
  const { words, visit, log } = sheet
  const again = entries.some(({ done }) => done.kind === 'undone')
  const about = entries.flatMap((entry) => originalOf(entry, log))
  const item = about[0]?.done.item
  const state = item === undefined ? undefined : itemIn(sheet.state, item)
  const [written] = log.filter(({ event }) => event === visit.event)
  const blocks: readonly Block[] = [
    { kind: 'notice', text: again ? words.putBackDone : words.undone },
    { kind: 'facts', facts: doneFacts(about, sheet) },
    { kind: 'progress', progress: progressOf(sheet.state) },
    {
      kind: 'buttons',
      prompt: '',
      buttons: [
        ...(written === undefined
          ? []
          : [
              {
                label: again ? words.undo : words.putBack,
                action: { kind: 'undo', seq: written.seq } as const,
                tone: 'plain' as const,
              },
            ]),
        ...(state === undefined ? [] : [openButton(state, words.backToItem)]),
      ],
    },
  ]
  return replyWith(blocks, visit, item === undefined ? 'undo' : shownAs(item))
}

/** What an entry is about in the end: undoing an undoing is about what was undone first. */
function originalOf({ done, ...entry }: Logged, log: readonly Logged[]): readonly Logged<DoneToItem>[] {
  if (done.kind !== 'undone') return [{ ...entry, done }]
  const undone = log.find(({ seq }) => seq === done.undoes)
  return undone === undefined ? [] : originalOf(undone, log)
}
