import type { Action } from '../action.ts'
import { isAside } from '../aside-actions.ts'
import { isOperatorAction } from '../operating/actions.ts'
import { progressOf } from '../checklist/progress.ts'
import { stateOf } from '../checklist/state.ts'
import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { firmWordsIn } from '../words/firms.ts'
import { peopleWordsIn } from '../words/people.ts'
import { buttons, card, danger, heading, main, notice, plain, text } from './card.ts'
import type { Member, Visitor } from './firm.ts'

/** Whom the firm has let in, and how to end it. */
export async function showSupporters(visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const supporters = (await visit.room.members()).filter(isSupporting)
  const ends = supporters.map(({ id, name }) =>
    plain(words.endSupport(name), { kind: 'end_support', member: id, sure: false }),
  )
  const letIn = plain(words.makeCode.supporter, { kind: 'make_code', purpose: 'supporter' })
  return card(visit, 'supporters', [
    heading(words.supporters),
    text(supporters.length === 0 ? words.noSupporters : supporters.map(({ name }) => name).join('\n')),
    notice(words.supportersIntro),
    buttons('', [...ends, letIn]),
  ])
}

const isSupporting = ({ roles, left, name }: Member): boolean => roles.includes('supporter') && !left && name !== ''

type Ending = Readonly<{ member: string; sure: boolean }>

export async function endSupport({ member: id, sure }: Ending, visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const supporter = (await visit.room.members()).filter(isSupporting).find((one) => one.id === id)
  if (supporter === undefined) return showSupporters(visit)
  if (!sure) {
    const end = danger(words.endSupport(supporter.name), { kind: 'end_support', member: id, sure: true })
    return card(visit, 'supporters', [
      notice(words.sureToEnd(supporter.name)),
      buttons('', [end, plain(words.back, { kind: 'supporters' })]),
    ])
  }
  await visit.room.changeMember(id, (before) => ({ ...before, left: true }))
  return card(visit, 'supporters', [notice(words.supportEnded(supporter.name))])
}

/** Every firm that let the speaker in, with its two numbers. */
export async function showPortfolio(visit: Visit): Promise<Reply> {
  const words = peopleWordsIn(visit.lang)
  const visitors = await visit.firms.supportedBy(visit.speaker)
  const rows = await Promise.all(visitors.map((visitor) => rowOf(visitor, visit)))
  const enter = plain(firmWordsIn(visit.lang).enterCode, { kind: 'enter_code' })
  if (rows.length === 0) return card(visit, 'portfolio', [text(words.noPortfolio), buttons('', [enter])])
  return card(visit, 'portfolio', [
    heading(words.portfolio),
    { kind: 'facts', facts: rows },
    buttons('', [
      ...visitors.map(({ firm }) =>
        main(firm.name === '' ? firmWordsIn(visit.lang).unnamed : firm.name, {
          kind: 'supporting',
          firm: firm.id,
          action: { kind: 'view', view: 'home' },
        }),
      ),
      enter,
    ]),
  ])
}

async function rowOf({ firm }: Visitor, { firms, checklist, lang }: Visit): Promise<{ label: string; value: string }> {
  const progress = progressOf(stateOf({ checklist, profile: firm.profile }, await firms.room(firm.id).log()))
  const label = firm.name === '' ? firmWordsIn(lang).unnamed : firm.name
  return { label, value: peopleWordsIn(lang).portfolioRow(progress) }
}

/** The same reply, every button of which stays with the supported firm. */
export function asSupporting(firm: string, reply: Reply): Reply {
  return {
    ...reply,
    blocks: reply.blocks.map((block) => staying(firm, block)),
    ...(reply.shows !== undefined && { shows: `firm:${firm}:${reply.shows}` }),
  }
}

const stayingAction = (firm: string, action: Action): Action =>
  action.kind === 'supporting' || isAside(action) || isOperatorAction(action)
    ? action
    : { kind: 'supporting', firm, action }

function staying(firm: string, block: Block): Block {
  switch (block.kind) {
    case 'buttons':
      return {
        ...block,
        buttons: block.buttons.map((button) => ({ ...button, action: stayingAction(firm, button.action) })),
      }
    case 'form': {
      const { submit } = block.form
      return {
        ...block,
        form: { ...block.form, submit: { ...submit, action: stayingAction(firm, submit.action) } },
      }
    }
    case 'text':
    case 'list':
    case 'citations':
    case 'choices':
    case 'suggestions':
    case 'related':
    case 'notice':
    case 'heading':
    case 'facts':
    case 'progress':
    case 'link':
    case 'written_by_model':
      return block
  }
}
