import { progressOf } from '../../checklist/progress.ts'
import type { ChecklistState, ItemState } from '../../checklist/state.ts'
import { deskWordsIn } from '../../words/desk.ts'
import { onboardingWordsIn } from '../../words/onboarding.ts'
import { paperWordsIn } from '../../words/paper/words.ts'
import type { FirmFile } from './open-file.ts'
import type { Section } from './paper.ts'

const MOST = 3

/** One page: what, why, how many hours and yen, and a line to sign. */
export function presidentPage(file: FirmFile): readonly Section[] {
  const { state, firm, lang } = file
  const words = paperWordsIn(lang)
  const progress = progressOf(state)
  const requests = (firm.profile.requests ?? []).map((request) => onboardingWordsIn(lang).request(request))
  const asked: Section = { kind: 'list', heading: words.asked, items: requests }
  return [
    { kind: 'text', heading: words.whatItIs, text: words.whatItIsText },
    ...(requests.length === 0 ? [] : [asked]),
    { kind: 'numbers', lines: deskWordsIn(lang).progressLines(progress), progress },
    toDecide(file),
    { kind: 'signature', lines: words.signature },
  ]
}

/** What is left, the most useful first: as many as fit into one talk. */
export const nextItems = ({ items }: ChecklistState): readonly ItemState[] =>
  items.filter(isLeft).toSorted(byUse).slice(0, MOST)

function toDecide({ state, lang }: FirmFile): Section {
  const words = paperWordsIn(lang)
  const { what, why, hours, yen } = words.columns
  const left = nextItems(state)
  if (left.length === 0) return { kind: 'text', heading: words.toDecide, text: words.nothingLeft }
  const rows = left.map(({ item }) => ({
    cells: [
      `${item.steps[0]?.[lang] ?? ''}\n${words.toAnswer(item.question[lang])}`,
      item.why[lang],
      words.hours[item.effort],
      words.yen[item.cost],
    ],
  }))
  return { kind: 'table', heading: words.toDecide, columns: [what, why, hours, yen], rows }
}

const isLeft = ({ status }: ItemState): boolean => status !== 'done' && status !== 'not_applicable'

const STAGES = ['start', 'basics', 'show'] as const

/** By stage; within one, what prevents much for little effort first. */
const byUse = ({ item: a }: ItemState, { item: b }: ItemState): number =>
  STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || a.effort / a.impact - b.effort / b.impact
