import type { Action } from '../action.ts'
import type { Block, Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import { deskWordsIn } from '../words/desk.ts'
import { itemBlocks } from './card.ts'
import { progressOf } from './progress.ts'
import { stateOf, type ChecklistState, type ItemState } from './state.ts'

type View = Extract<Action, { kind: 'view' }>['view']

export async function showView(view: View, visit: Visit): Promise<Reply> {
  const state = stateOf({ checklist: visit.checklist, profile: visit.firm.profile }, await visit.room.log())
  return { outcome: 'command', lang: visit.lang, blocks: blocksOf(view, state, visit), confidence: 1, shows: view }
}

function blocksOf(view: View, state: ChecklistState, { lang }: Visit): readonly Block[] {
  const stand = state.items
  const progress: Block = { kind: 'progress', progress: progressOf(state) }
  switch (view) {
    case 'home':
      return [progress, ...nextBlocks(stand, lang)]
    case 'next':
      return nextBlocks(stand, lang)
    case 'progress':
      return [progress]
    case 'checklist':
      return [progress, rows(stand, lang)]
    case 'unknowns':
      return [
        rows(
          stand.filter(({ status }) => status === 'dont_know'),
          lang,
        ),
      ]
  }
}

function nextBlocks(stand: readonly ItemState[], lang: Visit['lang']): readonly Block[] {
  const next = stand.find(({ status }) => status === 'open')
  return next === undefined ? [{ kind: 'text', text: deskWordsIn(lang).allAssessed }] : itemBlocks(next, lang)
}

function rows(stand: readonly ItemState[], lang: Visit['lang']): Block {
  const words = deskWordsIn(lang)
  return {
    kind: 'buttons',
    prompt: '',
    buttons: stand.map(({ item, status }) => ({
      label: `${item.question[lang]} (${words.status[status]})`,
      action: { kind: 'item', item: item.id },
      tone: 'plain',
    })),
  }
}
