import type { Block, Button, Reply } from '../reply.ts'
import type { ChecklistAction } from './actions.ts'
import { STAGES } from './actions.ts'
import { findOutBlocks } from './cards/find-out.ts'
import { afterNextBlocks, nextCard } from './cards/next-step.ts'
import { rows } from './cards/rows.ts'
import { undoBlocks } from './cards/undo.ts'
import { nextStep } from './next.ts'
import { personOf } from './people.ts'
import { progressOf } from './progress.ts'
import { replyWith, type Sheet } from './sheet.ts'
import type { ItemState } from './state.ts'

type View = Extract<ChecklistAction, { kind: 'view' }>['view']
type Stage = ItemState['item']['stage']

export const showView = (view: View, sheet: Sheet): Reply => replyWith(blocksOf(view, sheet), sheet.visit, view)

function blocksOf(view: View, sheet: Sheet): readonly Block[] {
  const { words } = sheet
  switch (view) {
    case 'home':
      return home(sheet)
    case 'next':
      return nextCard(sheet)
    case 'checklist':
      return stage(nextStep(sheet.state, sheet.today)?.step.item.stage ?? 'start', sheet)
    case 'progress':
      return progress(sheet)
    case 'unknowns':
      return unknowns(sheet)
    case 'mine':
      return someRows(mineIn(sheet), { intro: words.mineIntro, none: words.noneMine }, sheet)
    case 'overdue':
      return someRows(overdueIn(sheet), { intro: words.overdueIntro, none: words.noneOverdue }, sheet)
    case 'expired':
      return someRows(expiredIn(sheet), { intro: words.expiredIntro, none: words.noneExpired }, sheet)
    case 'undo':
      return undoBlocks(sheet)
  }
}

export const showStage = (which: Stage, sheet: Sheet): Reply => replyWith(stage(which, sheet), sheet.visit, 'checklist')

function home(sheet: Sheet): readonly Block[] {
  const { words, state } = sheet
  const numbers = progressOf(state)
  const greeting: readonly Block[] =
    numbers.assessed + numbers.notApplicable === 0 ? [{ kind: 'text', text: words.welcome(numbers.applicable) }] : []
  return [
    ...greeting,
    { kind: 'progress', progress: numbers },
    ...nextCard(sheet),
    ...afterNextBlocks(sheet),
    queues(sheet),
  ]
}

/** Ways on; what has nothing in it is left out. */
function queues(sheet: Sheet): Block {
  const { words } = sheet
  const queue = (view: View, label: string): Button => ({ label, action: { kind: 'view', view }, tone: 'plain' })
  const some = (states: readonly ItemState[], button: (n: number) => Button): readonly Button[] =>
    states.length === 0 ? [] : [button(states.length)]
  return {
    kind: 'buttons',
    prompt: '',
    buttons: [
      ...some(overdueIn(sheet), (n) => queue('overdue', words.overdue(n))),
      ...some(expiredIn(sheet), (n) => queue('expired', words.expired(n))),
      ...some(mineIn(sheet), (n) => queue('mine', words.mine(n))),
      ...some(unknownsIn(sheet), (n) => queue('unknowns', words.unknowns(n))),
      queue('checklist', words.checklist),
      queue('progress', words.progress),
    ],
  }
}

/** One stage at a time: thirty questions in a row help nobody. */
function stage(which: Stage, sheet: Sheet): readonly Block[] {
  const { words, state } = sheet
  const others = STAGES.filter((one) => one !== which).map((one): Button => {
    const label = words.stageButton(words.stage[one], countIn(one, sheet))
    return { label, action: { kind: 'stage', stage: one }, tone: 'plain' }
  })
  return [
    { kind: 'heading', text: words.stage[which] },
    { kind: 'text', text: words.stageIntro[which] },
    rows(
      state.items.filter(({ item }) => item.stage === which),
      sheet,
    ),
    { kind: 'buttons', prompt: words.otherStages, buttons: others },
  ]
}

function countIn(which: Stage, { state }: Sheet) {
  const items = state.items.filter(({ item, status }) => item.stage === which && status !== 'not_applicable')
  return {
    all: items.length,
    assessed: items.filter(({ status }) => status !== 'open').length,
    inPlace: items.filter(({ status }) => status === 'done').length,
  }
}

function progress(sheet: Sheet): readonly Block[] {
  const { words, state, visit } = sheet
  const leftOut = state.items.filter(({ status }) => status === 'not_applicable')
  const apart = state.apart.map(({ item }) => item.question[visit.lang])
  return [
    { kind: 'progress', progress: progressOf(state) },
    {
      kind: 'facts',
      facts: STAGES.map((one) => ({ label: words.stage[one], value: words.byStage(countIn(one, sheet)) })),
    },
    ...(leftOut.length === 0 ? [] : [rows(leftOut, sheet, words.leftOut)]),
    ...(apart.length === 0
      ? []
      : [{ kind: 'list', heading: words.apartList, items: apart, ordered: false, own: false } as const]),
    { kind: 'text', text: words.noProof },
    {
      kind: 'buttons',
      prompt: words.otherViews,
      buttons: (['ipa', 'scs', 'cpsf'] as const).map((of) => ({
        label: words.projection[of],
        action: { kind: 'projection', of },
        tone: 'plain',
      })),
    },
  ]
}

function unknowns(sheet: Sheet): readonly Block[] {
  const { words } = sheet
  const [first, ...others] = unknownsIn(sheet)
  if (first === undefined) return [{ kind: 'text', text: words.noUnknowns }]
  return [
    { kind: 'text', text: words.unknownsIntro },
    rows([first], sheet),
    ...findOutBlocks(first, sheet),
    ...(others.length === 0 ? [] : [rows(others, sheet, words.otherUnknowns)]),
  ]
}

type Said = Readonly<{ intro: string; none: string }>

const someRows = (states: readonly ItemState[], { intro, none }: Said, sheet: Sheet): readonly Block[] =>
  states.length === 0 ? [{ kind: 'text', text: none }] : [rows(states, sheet, intro)]

const unknownsIn = ({ state }: Sheet): readonly ItemState[] =>
  state.items.filter(({ status }) => status === 'dont_know')

/** What the speaker is in charge of and is not in place yet, the nearest date first. */
const mineIn = ({ state, members, visit }: Sheet): readonly ItemState[] =>
  byDate(
    state.items.filter(
      ({ owner, status }) => owner !== undefined && isLeft(status) && personOf(owner, members)?.id === visit.member.id,
    ),
  )

const overdueIn = ({ state, today }: Sheet): readonly ItemState[] =>
  byDate(state.items.filter(({ due, status }) => due !== undefined && due < today && isLeft(status)))

/** With evidence that shows nothing any more, the one that ran out first first. */
function expiredIn({ state, today }: Sheet): readonly ItemState[] {
  const ranOut = ({ evidence }: ItemState): string =>
    evidence.flatMap(({ expires }) => (expires !== undefined && expires < today ? [expires] : [])).toSorted()[0] ?? ''
  return state.items
    .filter((one) => one.status !== 'not_applicable' && ranOut(one) !== '')
    .toSorted((a, b) => ranOut(a).localeCompare(ranOut(b)))
}

const isLeft = (status: ItemState['status']): boolean => status !== 'done' && status !== 'not_applicable'

const byDate = (states: readonly ItemState[]): readonly ItemState[] =>
  states.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
