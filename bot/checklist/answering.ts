import type { Action } from '../action.ts'
import type { FormValues } from '../event.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { deskWordsIn } from '../words/desk.ts'
import { itemBlocks } from './card.ts'
import type { Answer as Given } from './answer.ts'
import type { Done } from './log.ts'
import { stateOf } from './state.ts'
import { showView } from './views.ts'

export async function showItem(item: string, visit: Visit): Promise<Reply> {
  const { items } = stateOf({ checklist: visit.checklist, profile: visit.firm.profile }, await visit.room.log())
  const state = items.find((one) => one.item.id === item)
  const { lang } = visit
  const blocks =
    state === undefined
      ? [{ kind: 'notice' as const, text: deskWordsIn(lang).noSuchItem(item) }]
      : itemBlocks(state, lang)
  return { outcome: 'command', lang, blocks, confidence: 1, shows: `item:${item}` }
}

type Answer = Extract<Action, { kind: 'answer' }>

/** Writes an answer down and shows the item as it stands then. */
export async function answerItem({ item, status }: Answer, values: FormValues, visit: Visit): Promise<Reply> {
  const listed = visit.checklist.items.find(({ body }) => body.id === item)
  if (listed !== undefined)
    await write([{ kind: 'answered', item, revision: listed.revision, answer: answerOf(status, values) }], visit)
  return showItem(item, visit)
}

/** Takes back the speaker's own latest answer that still counts. */
export async function undoLast(visit: Visit): Promise<Reply> {
  const log = await visit.room.log()
  const undone = new Set(log.flatMap(({ done }) => (done.kind === 'undone' ? [done.undoes] : [])))
  const last = log.findLast(
    ({ by, seq, done }) => by === visit.member.id && done.kind === 'answered' && !undone.has(seq),
  )
  const words = deskWordsIn(visit.lang)
  if (last !== undefined) await write([{ kind: 'undone', undoes: last.seq }], visit)
  const notice = { kind: 'notice' as const, text: last === undefined ? words.nothingToUndo : words.undone }
  const shown = await showView('home', visit)
  return { ...shown, blocks: [notice, ...shown.blocks] }
}

function answerOf(status: Given['status'], { met = '', reason = '' }: FormValues): Given {
  switch (status) {
    case 'partly':
      return { status, met: met.split('\n').filter((id) => id !== '') }
    case 'not_applicable':
      return { status, reason: reason === '' ? '-' : reason }
    case 'done':
    case 'not_yet':
    case 'dont_know':
      return { status }
  }
}

const write = (done: readonly Done[], { room, event, member, now }: Visit) =>
  room.append({ event, by: member.id, at: now, done })
