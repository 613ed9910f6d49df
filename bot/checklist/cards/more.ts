import type { Lang } from '../../../corpus/schema.ts'
import type { Block } from '../../reply.ts'
import type { Sheet } from '../sheet.ts'
import type { ItemState } from '../state.ts'
import { openButton, vendorButton } from './item.ts'

/** Everything else the corpus has on an item: all steps, what counts as evidence, the criteria, and the clauses it rests on. */
export function moreBlocks(state: ItemState, sheet: Sheet): readonly Block[] {
  const { item } = state
  const { words, visit } = sheet
  const own = { ordered: false, own: true } as const
  return [
    { kind: 'heading', text: item.question[visit.lang] },
    {
      kind: 'list',
      heading: words.allSteps,
      items: item.steps.map((step) => step[visit.lang]),
      ordered: true,
      own: true,
    },
    { kind: 'list', heading: words.evidenceIdeas, items: item.evidence.map((one) => one[visit.lang]), ...own },
    ...criteriaBlocks(state, sheet),
    { kind: 'facts', facts: groundFacts(state, sheet) },
    { kind: 'text', text: words.touchedIsNotMet },
    { kind: 'buttons', prompt: '', buttons: [openButton(state, words.backToItem)] },
  ]
}

function criteriaBlocks({ criteria }: ItemState, { words, visit }: Sheet): readonly Block[] {
  const items = criteria.filter(({ kind }) => kind === 'scs').map(({ says }) => says[visit.lang])
  return items.length === 0 ? [] : [{ kind: 'list', heading: words.criteria, items, ordered: false, own: false }]
}

/** Ids with their titles, one framework a line. */
function groundFacts({ item: { rests_on } }: ItemState, { words, visit }: Sheet) {
  const titled = (id: string): string => {
    const title = visit.knowledge.entry(id)?.body.title[visit.lang]
    return title === undefined ? id : `${id} ${title}`
  }
  const lines = [
    { label: words.fromFramework.cpsf, ids: rests_on.cpsf.map(titled) },
    { label: words.fromFramework.scs, ids: rests_on.scs_criteria },
    { label: words.fromFramework.ipa, ids: rests_on.ipa.map(titled) },
  ]
  return lines.filter(({ ids }) => ids.length > 0).map(({ label, ids }) => ({ label, value: ids.join(words.comma) }))
}

/** A message to the IT vendor, ready to copy, in one language; the other one is a press away. */
export function vendorBlocks(state: ItemState, lang: Lang, sheet: Sheet): readonly Block[] {
  const { item } = state
  const { words } = sheet
  const other = lang === 'ja' ? 'en' : 'ja'
  if (item.vendor_message === undefined) return [{ kind: 'notice', text: words.noVendorMessage }]
  return [
    { kind: 'heading', text: words.vendorReady },
    { kind: 'text', text: item.vendor_message[lang] },
    {
      kind: 'buttons',
      prompt: '',
      buttons: [
        vendorButton(item.id, { label: words.vendorMessageIn[other], lang: other }),
        openButton(state, words.backToItem),
      ],
    },
  ]
}
