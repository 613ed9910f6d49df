import type { Block, Button } from '../../reply.ts'
import { STATUSES } from '../answer.ts'
import type { Sheet } from '../sheet.ts'
import type { ItemState } from '../state.ts'
import { saidFacts } from './said.ts'

/** One item as a shop owner reads it: the question, how it stands, why it matters, what to do first, and the buttons. */
export function itemBlocks(state: ItemState, sheet: Sheet): readonly Block[] {
  const { item } = state
  const { visit, words } = sheet
  return [
    { kind: 'heading', text: item.question[visit.lang] },
    ...noticesOf(state, sheet),
    { kind: 'facts', facts: saidFacts(state, sheet) },
    { kind: 'text', text: item.why[visit.lang] },
    { kind: 'list', heading: words.firstStep, items: firstStep(state, sheet), ordered: false, own: true },
    { kind: 'facts', facts: [bands(state, sheet), grounds(state, sheet)] },
    answerButtons(state, sheet),
    moreButtons(state, sheet),
  ]
}

export const firstStep = ({ item }: ItemState, { visit }: Sheet): readonly string[] =>
  item.steps.slice(0, 1).map((step) => step[visit.lang])

export const openButton = ({ item }: ItemState, label: string, tone: Button['tone'] = 'plain'): Button => ({
  label,
  action: { kind: 'item', item: item.id },
  tone,
})

/** Why the item is open again, or what to look at. People's own words stand in the facts below. */
function noticesOf(state: ItemState, { words, state: { apart } }: Sheet): readonly Block[] {
  const { reopened, reworded } = state
  const texts = [
    ...(reopened === undefined ? [] : [words.because(reopened.because)]),
    ...(reworded ? [words.reworded] : []),
    ...(apart.includes(state) ? [words.apart] : []),
  ]
  return texts.map((text) => ({ kind: 'notice', text }))
}

const bands = ({ item }: ItemState, { words }: Sheet) => ({
  label: words.bands,
  value: words.bandsOf(item.effort, item.cost),
})

/** How many clauses it rests on; which ones is on the next card. */
const grounds = ({ item: { rests_on } }: ItemState, { words }: Sheet) => ({
  label: words.restsOn,
  value: words.restsOnCounts({
    cpsf: rests_on.cpsf.length,
    scs: rests_on.scs_criteria.length,
    ipa: rests_on.ipa.length,
  }),
})

/** "Partly" and "not applicable" want to know more first. No answer stands out: none is the one to press. */
export function answerButtons({ item }: ItemState, { words }: Sheet): Extract<Block, { kind: 'buttons' }> {
  const buttons = STATUSES.map((status): Button => {
    const asks = status === 'partly' || status === 'not_applicable'
    return {
      label: words.status[status],
      action: asks ? { kind: 'answer_form', item: item.id, status } : { kind: 'answer', item: item.id, status },
      tone: 'plain',
    }
  })
  return { kind: 'buttons', prompt: words.yourAnswer, buttons }
}

function moreButtons({ item, given, confirmed }: ItemState, { words, visit }: Sheet): Block {
  const id = item.id
  const review: readonly Button[] =
    given === undefined || confirmed !== undefined
      ? []
      : [
          { label: words.confirm, action: { kind: 'confirm_answer', item: id, answer: given.seq }, tone: 'plain' },
          { label: words.sendBack, action: { kind: 'send_back_form', item: id, answer: given.seq }, tone: 'plain' },
        ]
  return {
    kind: 'buttons',
    prompt: '',
    buttons: [
      { label: words.more, action: { kind: 'more', item: id }, tone: 'plain' },
      { label: words.details, action: { kind: 'details', item: id }, tone: 'plain' },
      ...(item.vendor_message === undefined
        ? []
        : [vendorButton(id, { label: words.vendorMessage, lang: visit.lang })]),
      { label: words.history, action: { kind: 'history', item: id }, tone: 'plain' },
      ...review,
    ],
  }
}

export const vendorButton = (
  item: string,
  { label, lang }: Readonly<{ label: string; lang: 'ja' | 'en' }>,
): Button => ({
  label,
  action: { kind: 'vendor_message', item, lang },
  tone: 'plain',
})
