import type { Lang } from '../corpus/schema.ts'
import type { Action } from './action.ts'
import { answerItem, showItem, undoLast } from './checklist/answering.ts'
import { readChecklist } from './checklist/checklist.ts'
import { showView } from './checklist/views.ts'
import type { ChatEvent, FormValues } from './event.ts'
import { isFirmAction } from './firms/actions.ts'
import { actInFirm } from './firms/act.ts'
import { deedOf, mayDo } from './firms/permissions.ts'
import { refuse } from './firms/refusal.ts'
import type { Clock, Codes, Firms, Knowledge } from './ports.ts'
import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'
import { deskWordsIn } from './words/desk.ts'

export type DeskNeeds = Readonly<{ knowledge: Knowledge; firms: Firms; codes: Codes; clock: Clock }>
export type Pressed = Readonly<{ event: ChatEvent; action: Action; values: FormValues; lang: Lang }>
export type Desk = (pressed: Pressed) => Promise<Reply>

/**
 * Everything that belongs to a firm: its checklist, people and settings. Opens the firm of the speaker's own workspace and
 * no other; whoever belongs to none gets no firm's data. Replies are for the speaker alone.
 */
export function createDesk({ knowledge, firms, codes, clock }: DeskNeeds): Desk {
  const checklist = readChecklist(knowledge)
  return async ({ event, action, values, lang: asked }) => {
    const { speaker } = event
    const visitor = speaker === undefined ? undefined : await firms.welcome(speaker)
    if (speaker === undefined || visitor === undefined) return outsider(asked)
    const { firm, member } = visitor
    const lang = event.lang ?? member.lang ?? asked
    const room = firms.room(firm.id)
    const corpus = { knowledge, checklist }
    const visit = { firm, member, speaker, room, firms, codes, ...corpus, lang, now: clock(), event: event.id }
    return { ...(await actIfAllowed(action, values, visit)), audience: 'speaker' }
  }
}

const actIfAllowed = (action: Action, values: FormValues, visit: Visit): Promise<Reply> =>
  !visit.member.left && mayDo(visit.member.roles, deedOf(action))
    ? act(action, values, visit)
    : refuse(deedOf(action), visit)

function act(action: Action, values: FormValues, visit: Visit): Promise<Reply> {
  if (isFirmAction(action)) return actInFirm(action, values, visit)
  switch (action.kind) {
    case 'view':
      return showView(action.view, visit)
    case 'item':
      return showItem(action.item, visit)
    case 'answer':
      return answerItem(action, values, visit)
    case 'undo':
      return undoLast(visit)
  }
}

function outsider(lang: Lang): Reply {
  return { outcome: 'command', lang, blocks: [{ kind: 'notice', text: deskWordsIn(lang).outsider }], confidence: 1 }
}
