import type { Lang } from '../corpus/schema.ts'
import type { Action } from './action.ts'
import { answerItem, showItem, undoLast } from './checklist/answering.ts'
import { showView } from './checklist/views.ts'
import type { ChatEvent, FormValues } from './event.ts'
import { claimManager, showSettings } from './firms/settings.ts'
import type { Clock, Firms, Knowledge } from './ports.ts'
import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'
import { deskWordsIn } from './words/desk.ts'

export type DeskNeeds = Readonly<{ knowledge: Knowledge; firms: Firms; clock: Clock }>
export type Pressed = Readonly<{ event: ChatEvent; action: Action; values: FormValues; lang: Lang }>
export type Desk = (pressed: Pressed) => Promise<Reply>

/**
 * Everything that belongs to a firm: its checklist, people and settings. Opens the firm of the speaker's own workspace and
 * no other; whoever belongs to none gets no firm's data. Replies are for the speaker alone.
 */
export function createDesk({ knowledge, firms, clock }: DeskNeeds): Desk {
  return async ({ event, action, values, lang }) => {
    const visitor = event.speaker === undefined ? undefined : await firms.welcome(event.speaker)
    if (visitor === undefined) return outsider(lang)
    const visit = { ...visitor, room: firms.room(visitor.firm.id), knowledge, lang, now: clock(), event: event.id }
    return { ...(await act(action, values, visit)), audience: 'speaker' }
  }
}

function act(action: Action, values: FormValues, visit: Visit): Promise<Reply> {
  switch (action.kind) {
    case 'view':
      return showView(action.view, visit)
    case 'item':
      return showItem(action.item, visit)
    case 'answer':
      return answerItem(action, values, visit)
    case 'undo':
      return undoLast(visit)
    case 'claim_manager':
      return claimManager(values, visit)
    case 'settings':
      return showSettings(visit)
  }
}

function outsider(lang: Lang): Reply {
  return { outcome: 'command', lang, blocks: [{ kind: 'notice', text: deskWordsIn(lang).outsider }], confidence: 1 }
}
