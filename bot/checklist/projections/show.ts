import type { Block, Reply } from '../../reply.ts'
import type { Visit } from '../../visit.ts'
import { projectionWordsIn } from '../../words/checklist/projections.ts'
import type { ChecklistAction } from '../actions.ts'
import type { Fact } from '../cards/said.ts'
import { replyWith, type Sheet } from '../sheet.ts'
import { categoriesOf } from './cpsf.ts'
import { selfCheckOf, type SelfCheckLine } from './ipa.ts'
import { criteriaOf, type CriterionLine } from './scs.ts'

type Projection = Extract<ChecklistAction, { kind: 'projection' }>['of']

/** The same answers seen from another framework, with its edition, and that it proves no level. */
export function showProjection(of: Projection, sheet: Sheet): Reply {
  const words = projectionWordsIn(sheet.visit.lang)
  const shown = blocksOf(of, sheet)
  const blocks: readonly Block[] = [
    { kind: 'heading', text: words.title[of] },
    ...shown.blocks,
    { kind: 'text', text: words.editions(shown.documents.map((id) => editionOf(id, sheet.visit))) },
    { kind: 'notice', text: words.noProof[of] },
    {
      kind: 'buttons',
      prompt: '',
      buttons: [{ label: words.backToProgress, action: { kind: 'view', view: 'progress' }, tone: 'plain' }],
    },
  ]
  return replyWith(blocks, sheet.visit, `projection:${of}`)
}

/** `documents`: whose editions these are. */
type Shown = Readonly<{ blocks: readonly Block[]; documents: readonly string[] }>

function blocksOf(of: Projection, sheet: Sheet): Shown {
  switch (of) {
    case 'ipa':
      return ipa(sheet)
    case 'scs':
      return scs(sheet)
    case 'cpsf':
      return cpsf(sheet)
  }
}

function ipa({ state, visit }: Sheet): Shown {
  const words = projectionWordsIn(visit.lang)
  const { lines, points, most } = selfCheckOf(state)
  const [scored, others] = parted(lines, (line) => line.points !== undefined)
  const total = words.pointsOf({ points, most, scored: scored.length, all: lines.length })
  const grouped = [...Map.groupBy(others, ({ says }) => says)].map(([says, own]) => ({
    label: words.selfCheck[says],
    value: words.numbers(own.map(({ id }) => id.replace('25-', ''))),
  }))
  return {
    documents: documentsOf(
      lines.map(({ id }) => id),
      visit,
    ),
    blocks: [
      { kind: 'facts', facts: [{ label: words.points, value: total }] },
      ...listOf([...scored.map((line) => selfCheckFact(line, visit)), ...grouped]),
      { kind: 'text', text: words.ipaRules },
    ],
  }
}

function selfCheckFact({ id, says, points = 0 }: SelfCheckLine, visit: Visit): Fact {
  const words = projectionWordsIn(visit.lang)
  return { label: titled(id.replace('25-', ''), id, visit), value: words.selfCheckSays(words.selfCheck[says], points) }
}

function scs({ state, visit }: Sheet): Shown {
  const words = projectionWordsIn(visit.lang)
  const lines = criteriaOf(state)
  const byItem = [...Map.groupBy(lines, ({ id }) => itemOf(id))].toSorted(([a], [b]) => a.localeCompare(b))
  const [begun, others] = parted(byItem, ([, own]) => counted(own, 'open') < own.length)
  const untouched = { label: words.allOpen, value: words.numbers(others.map(([item]) => item)) }
  return {
    documents: documentsOf(
      byItem.map(([item]) => item),
      visit,
    ),
    blocks: [
      { kind: 'facts', facts: countFacts(lines, visit) },
      ...listOf([
        ...begun.map(([item, own]) => ({ label: titled(item, item, visit), value: words.scsCounts(countsOf(own)) })),
        ...(others.length === 0 ? [] : [untouched]),
      ]),
      { kind: 'text', text: words.scsRules },
    ],
  }
}

const itemOf = (criterion: string): string => criterion.replace(/-\d+$/u, '')

const counted = (lines: readonly CriterionLine[], ...standings: readonly CriterionLine['standing'][]): number =>
  lines.filter(({ standing }) => standings.includes(standing)).length

const countsOf = (lines: readonly CriterionLine[]) => ({
  met: counted(lines, 'ticked', 'whole'),
  open: counted(lines, 'open'),
  notOurs: counted(lines, 'not_ours'),
})

function countFacts(lines: readonly CriterionLine[], { lang }: Visit): readonly Fact[] {
  const words = projectionWordsIn(lang)
  const { met, open, notOurs } = countsOf(lines)
  return [
    { label: words.met, value: words.metWith(met, counted(lines, 'whole')) },
    { label: words.open, value: words.criteria(open) },
    { label: words.notOurs, value: words.criteria(notOurs) },
    { label: words.all, value: words.criteria(lines.length) },
  ]
}

function cpsf({ state, visit }: Sheet): Shown {
  const { lang } = visit
  const words = projectionWordsIn(lang)
  const categories = categoriesOf(state)
  const [begun, others] = parted(categories, ({ inPlace, partly }) => inPlace + partly > 0)
  const name = ({ category, title }: (typeof categories)[number]): string => `${category} ${title[lang]}`
  const untouched = { label: words.notBegun, value: words.numbers(others.map(name)) }
  return {
    documents: ['cpsf-1.0'],
    blocks: [
      { kind: 'facts', facts: [{ label: words.begun, value: words.begunOf(begun.length, categories.length) }] },
      ...listOf([
        ...begun.map((line) => ({ label: name(line), value: words.categoryCounts(line) })),
        ...(others.length === 0 ? [] : [untouched]),
      ]),
      { kind: 'text', text: words.cpsfRules },
    ],
  }
}

const listOf = (facts: readonly Fact[]): readonly Block[] => (facts.length === 0 ? [] : [{ kind: 'facts', facts }])

const parted = <T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
]

const titled = (shown: string, id: string, { knowledge, lang }: Visit): string =>
  `${shown} ${knowledge.entry(id)?.body.title[lang] ?? ''}`

/** The documents that these entries say they follow, each once. */
const documentsOf = (ids: readonly string[], { knowledge }: Visit): readonly string[] => [
  ...new Set(ids.flatMap((id) => knowledge.entry(id)?.body.source.document ?? [])),
]

function editionOf(id: string, { knowledge, lang }: Visit): string {
  const { title, edition } = knowledge.document(id)
  return projectionWordsIn(lang).edition(title[lang], edition)
}
