import type { Lang } from '../corpus/schema.ts'
import type { DeskAction, HomeAction } from './action.ts'
import { actOnChecklist } from './checklist/act.ts'
import { readChecklist } from './checklist/checklist.ts'
import { actOnDigest } from './digest/act.ts'
import { isDigestAction } from './digest/actions.ts'
import type { ChatEvent, FormValues } from './event.ts'
import { card, notice } from './firms/card.ts'
import { isFirmAction } from './firms/actions.ts'
import { actInFirm } from './firms/act.ts'
import { onlyAllowed } from './firms/allowed.ts'
import { deedOf, mayDo } from './firms/permissions.ts'
import { showHome } from './firms/home.ts'
import type { LinkTo } from './firms/paper/page.ts'
import { refuse } from './firms/refusal.ts'
import { asSupporting } from './firms/supporters.ts'
import { isOperatorAction, type OperatorAction } from './operating/actions.ts'
import { operate, type OperatingNeeds } from './operating/operate.ts'
import type { Codes, Knowledge } from './ports.ts'
import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'
import { deskWordsIn } from './words/desk.ts'
import { peopleWordsIn } from './words/people.ts'

export type DeskNeeds = OperatingNeeds & Readonly<{ knowledge: Knowledge; codes: Codes; linkTo: LinkTo }>
export type Pressed = Readonly<{ event: ChatEvent; action: DeskAction; values: FormValues; lang: Lang }>
/** What is done in a firm. */
type FirmsAction = Exclude<DeskAction, OperatorAction>
type Supporting = Extract<DeskAction, { kind: 'supporting' }>
export type Desk = (pressed: Pressed) => Promise<Reply>

/**
 * Everything that belongs to a firm: its checklist, people and settings. Opens the firm of the speaker's own workspace and
 * no other; whoever belongs to none gets no firm's data. What belongs to the deployment is its operators'. Replies are for the
 * speaker alone.
 */
export function createDesk({ clock, isOperator, ...needs }: DeskNeeds): Desk {
  const checklist = readChecklist(needs.knowledge)
  return async ({ event, action, values, lang: asked }) => {
    if (isOperatorAction(action)) {
      const reply = await operate({ event, action, lang: asked }, { ...needs, clock, isOperator })
      return { ...reply, audience: 'speaker' }
    }
    const { speaker } = event
    const visitor = speaker === undefined ? undefined : await needs.firms.welcome(speaker)
    if (speaker === undefined || visitor === undefined) return outsider(asked)
    const lang = event.lang ?? visitor.member.lang ?? asked
    const room = needs.firms.room(visitor.firm.id)
    const visit = { ...needs, checklist, ...visitor, speaker, room, lang, now: clock(), event: event.id }
    return { ...(await attend(action, values, visit)), audience: 'speaker' }
  }
}

const attend = (action: FirmsAction, values: FormValues, visit: Visit): Promise<Reply> =>
  action.kind === 'supporting' ? support(action, values, visit) : actIfAllowed(action, values, visit)

/** A supporter at work in a firm that let them in. */
async function support({ firm: id, action }: Supporting, values: FormValues, visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const visitor = (await visit.firms.supportedBy(visit.speaker)).find(({ firm }) => firm.id === id)
  if (visitor === undefined) return card(visit, 'portfolio', [notice(words.noSuchFirm)])
  const there = { ...visit, ...visitor, room: visit.firms.room(id) }
  const reply = asSupporting(id, await actIfAllowed(action, values, there))
  return { ...reply, blocks: [notice(words.visiting(visitor.firm.name)), ...reply.blocks] }
}

async function actIfAllowed(action: HomeAction, values: FormValues, visit: Visit): Promise<Reply> {
  const { left, roles } = visit.member
  if (left || !mayDo(roles, deedOf(action))) return refuse(deedOf(action), visit)
  return onlyAllowed(await act(action, values, visit), roles)
}

function act(action: HomeAction, values: FormValues, visit: Visit): Promise<Reply> | Reply {
  if (isFirmAction(action)) return actInFirm(action, values, visit)
  if (isDigestAction(action)) return actOnDigest(action, values, visit)
  return action.kind === 'view' && action.view === 'home' ? showHome(visit) : actOnChecklist(action, values, visit)
}

function outsider(lang: Lang): Reply {
  return { outcome: 'command', lang, blocks: [{ kind: 'notice', text: deskWordsIn(lang).outsider }], confidence: 1 }
}
